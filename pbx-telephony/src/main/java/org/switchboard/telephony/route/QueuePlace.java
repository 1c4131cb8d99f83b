package org.switchboard.telephony.route;

import java.util.List;
import org.switchboard.telephony.call.Refusal;
import org.switchboard.telephony.plan.PlannedQueue;
import org.switchboard.telephony.queue.CallerPriorities;
import org.switchboard.telephony.queue.CallerPriority;
import org.switchboard.telephony.queue.QueueExit;

/** A queue keeps a caller until an agent has it, and sends on who cannot wait or will not. */
final class QueuePlace {

    private static final String KIND = "queue";

    private QueuePlace() {
    }

    static Move enter(Scene scene, PlannedQueue queue, Place place) {
        var rule = rule(scene);
        var priority = rule == null ? queue.priority() : rule.priority();
        var step = rule == null
                ? RouteStep.of(KIND, queue.name(), "queue.waits", "waits", Integer.toString(priority))
                : RouteStep.of(KIND, queue.name(), "queue.waits." + rule.matches().value(), "waits", Integer.toString(priority), rule.number());
        return Move.stay(step, new Act.WaitInQueue(queue, priority), place);
    }

    private static CallerPriority rule(Scene scene) {
        return switch (scene.origin()) {
            case Origin.Inside _ -> null;
            case Origin.Outside(var caller, var dialled) ->
                CallerPriorities.deciding(scene.plan().callerPriorities(), caller.value(), dialled).orElse(null);
        };
    }

    static Move after(Scene scene, PlannedQueue queue, Happened happened) {
        return switch (happened) {
            case Happened.LeftQueue(var exit) -> left(scene, queue, exit);
            case Happened.Rang _, Happened.Typed _, Happened.Played _ -> throw new IllegalArgumentException("not what a queue waits for: " + happened);
        };
    }

    private static Move left(Scene scene, PlannedQueue queue, String exit) {
        var chosen = QueueExit.isKey(exit);
        var rule = chosen ? "queue.key" : "queue." + exit;
        return scene.plan().exit(queue.id(), exit)
                .<Move>map(to -> new Move.On(new RouteStep(KIND, queue.name(), rule,
                        chosen ? List.of(QueueExit.key(exit), scene.label(to)) : List.of(scene.label(to)), exit,
                        scene.otherThan(queue.id(), exit)), Goal.of(to), chosen))
                .orElseGet(() -> Move.refuse(Refusal.NO_ANSWER, RouteStep.of(KIND, queue.name(), rule, exit)));
    }
}
