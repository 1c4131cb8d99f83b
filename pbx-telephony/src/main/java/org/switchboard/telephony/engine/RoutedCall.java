package org.switchboard.telephony.engine;

import java.time.InstantSource;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.switchboard.telephony.call.Call;
import org.switchboard.telephony.call.CallPosition;
import org.switchboard.telephony.call.CallProgram;
import org.switchboard.telephony.call.DeviceRef;
import org.switchboard.telephony.call.EndReason;
import org.switchboard.telephony.call.Refusal;
import org.switchboard.telephony.route.Act;
import org.switchboard.telephony.route.Place;
import org.switchboard.telephony.route.RouteStep;
import org.switchboard.telephony.route.Router;
import org.switchboard.telephony.route.Surroundings;
import org.switchboard.telephony.route.Turn;

/**
 * What the engine does with a call: asks routing, does what it says, tells it what came of it, until our part is over. A call
 * that carries a place is taken up there.
 *
 * @param beginning how routing begins with a call that carries no place
 * @param full      whether a limit on the company's calls, or its trunk's, forbids one more
 * @param performer does what routing says
 * @param memory    what ring groups remember
 * @param onCall    whether a device is in a call now
 * @param clock     what time it is
 */
record RoutedCall(Beginning beginning, BooleanSupplier full, Performer performer, TalkMemory memory, Predicate<DeviceRef> onCall,
                  InstantSource clock) implements CallProgram {

    /** How routing begins. */
    @FunctionalInterface
    interface Beginning {

        Turn of(Router router, Surroundings around);
    }

    @Override
    public EndReason run(Call call) {
        var router = new Router(performer.plan(), performer.origin());
        var ringMemory = memory.ofOneCall();
        var seed = call.channelId().hashCode();
        var place = call.position().map(CallPosition::node).flatMap(Place::parse);
        var around = new Surroundings(clock.instant(), seed, onCall, ringMemory);
        var turn = place.map(where -> taken(router.resume(where, around), where)).orElseGet(() -> withinLimits(beginning.of(router, around)));
        while (true) {
            note(call, turn.steps());
            if (turn.place() != null) {
                call.enter(turn.place().toString());
            }
            switch (performer.perform(call, turn.act())) {
                case Performer.Result.Over(var reason) -> {
                    return reason;
                }
                case Performer.Result.News(var happened) ->
                    turn = router.next(turn.place(), happened, new Surroundings(clock.instant(), seed, onCall, ringMemory));
            }
        }
    }

    /** A call for help is not counted. */
    private Turn withinLimits(Turn turn) {
        if (!full.getAsBoolean() || turn.act() instanceof Act.DialOut(var way, _) && way.emergency()) {
            return turn;
        }
        var refusal = Refusal.TOO_MANY_CALLS;
        return new Turn(List.of(new RouteStep("refuse", refusal.key(), "limit.company", List.of(), refusal.key(), List.of())),
                new Act.Refuse(refusal), null);
    }

    /** What is done again has been told before. */
    private static Turn taken(Turn turn, Place where) {
        return where.equals(turn.place()) ? new Turn(List.of(), turn.act(), where) : turn;
    }

    private static void note(Call call, List<RouteStep> steps) {
        for (var step : steps) {
            call.note(step.kind(), step.name(), step.rule(), "", step.outcome(), step.args(), step.alternatives());
        }
    }
}
