package org.switchboard.telephony.route;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.switchboard.telephony.plan.PlannedQueue;
import org.switchboard.telephony.plan.PlannedRingGroup;
import org.switchboard.telephony.plan.TenantPlan;
import org.switchboard.telephony.queue.QueueExit;
import org.switchboard.telephony.queue.Staffing;

/**
 * Answers what would happen to a caller, by the very decisions that live calls take: only what people would do is taken from
 * the question. Nobody is in a call, and nobody has talked before.
 */
public final class Evaluator {

    /** Every menu is played ten times at most, and circles end; this only guards against a fault of ours. */
    private static final int MOST_TURNS = 10_000;

    private Evaluator() {
    }

    /**
     * Answers a question.
     *
     * @param plan     the company's plan
     * @param question what is asked
     * @return the way and its end
     */
    public static Answer answer(TenantPlan plan, Question question) {
        return answer(plan, question, Surroundings.quiet(question.at()));
    }

    /**
     * Answers a question under circumstances of one's own.
     *
     * @param plan     the company's plan
     * @param question what is asked
     * @param around   what time it is, who is in a call, and what was before
     * @return the way and its end
     */
    public static Answer answer(TenantPlan plan, Question question, Surroundings around) {
        var router = new Router(plan, question.origin());
        var digits = new Keys(question.digits());
        var steps = new ArrayList<RouteStep>();
        var turn = router.begin(question.dialled(), around);
        for (var turns = 0; turns < MOST_TURNS; turns++) {
            steps.addAll(turn.steps());
            var end = end(plan, turn, question.ifRung());
            if (end != null) {
                return new Answer(steps, end);
            }
            var happened = happened(plan, turn, digits, question.ifRung());
            if (happened.isEmpty()) {
                return new Answer(steps, taker(plan, turn.place()));
            }
            turn = router.next(turn.place(), happened.get(), around);
        }
        throw new IllegalStateException("a way without an end: " + question);
    }

    private static Answer.End end(TenantPlan plan, Turn turn, IfRung ifRung) {
        return switch (turn.act()) {
            case Act.Ring _, Act.DialOut _ -> ifRung == IfRung.ANSWERED ? taker(plan, turn.place()) : null;
            case Act.WaitInQueue _, Act.Listen _, Act.Play _ -> null;
            case Act.TakeMessage(var box) -> new Answer.End("voicemail", box);
            case Act.Serve(var service, _) -> new Answer.End("service", service.key());
            case Act.SwitchHours _ -> new Answer.End("service", "switch_hours");
            case Act.Refuse(var refusal) -> new Answer.End("refuse", refusal.key());
            case Act.HangUp(var kind, _) -> new Answer.End("hangup", kind.value());
        };
    }

    private static Answer.End taker(TenantPlan plan, Place place) {
        var name = switch (place.kind()) {
            case QUEUE -> place.id().flatMap(plan::queue).map(PlannedQueue::name).orElse("");
            case RING_GROUP -> place.id().flatMap(plan::ringGroup).map(PlannedRingGroup::name).orElse("");
            case OUTSIDE_NUMBER -> OutsidePlace.number(place);
            default -> place.key();
        };
        return new Answer.End(place.kind().value(), name);
    }

    /** Empty when the caller stays where it is. */
    private static Optional<Happened> happened(TenantPlan plan, Turn turn, Keys digits, IfRung ifRung) {
        return switch (turn.act()) {
            case Act.Listen(var menu, _, _) -> Optional.of(new Happened.Typed(digits.next(new MenuDigits(plan, menu))));
            case Act.Play _ -> Optional.of(new Happened.Played());
            case Act.Ring _, Act.DialOut _ -> {
                digits.drop();
                yield Optional.of(new Happened.Rang(Happened.Result.valueOf(ifRung.name())));
            }
            case Act.WaitInQueue(var queue, _) -> digits.leaving(plan.exits(queue.id()).keySet())
                    .or(() -> leaving(queue, ifRung)).map(Happened.LeftQueue::new);
            case Act.TakeMessage _, Act.Serve _, Act.SwitchHours _, Act.Refuse _, Act.HangUp _ ->
                throw new IllegalArgumentException("an end: " + turn.act());
        };
    }

    /** A queue whose agents do not answer is left when there is an end to waiting; one where all are busy when it can be full. */
    private static Optional<String> leaving(PlannedQueue queue, IfRung ifRung) {
        var limits = queue.limits();
        return switch (ifRung) {
            case ANSWERED -> Optional.empty();
            case NO_ANSWER -> Optional.of(QueueExit.MAX_WAIT).filter(_ -> limits.maxWaitSeconds() != null);
            case BUSY -> Optional.of(QueueExit.FULL).filter(_ -> limits.maxLength() != null);
            case NOT_REGISTERED -> Optional.of(QueueExit.NO_AGENTS)
                    .filter(_ -> limits.joinWhen() != Staffing.ALWAYS || limits.stayWhen() != Staffing.ALWAYS);
        };
    }

    /** Hands out what the caller types, as much at a time as a menu waits for. */
    private static final class Keys {

        private final Deque<String> groups;
        private String typed = "";

        Keys(String all) {
            this.groups = new ArrayDeque<>(List.of(all.split(",", -1)));
        }

        String next(MenuDigits reading) {
            more();
            var length = 1;
            while (length < typed.length() && !reading.areComplete(typed.substring(0, length))) {
                length++;
            }
            var taken = typed.substring(0, Math.min(length, typed.length()));
            typed = typed.substring(taken.length());
            return taken;
        }

        /** By which of a queue's ways out the caller leaves it; keys that are none are passed over. */
        Optional<String> leaving(Set<String> exits) {
            if (exits.stream().noneMatch(QueueExit::isKey)) {
                return Optional.empty();
            }
            more();
            while (!typed.isEmpty()) {
                var exit = QueueExit.ofKey(typed.substring(0, 1));
                typed = typed.substring(1);
                if (exits.contains(exit)) {
                    return Optional.of(exit);
                }
            }
            return Optional.empty();
        }

        private void more() {
            if (typed.isEmpty() && !groups.isEmpty()) {
                typed = groups.remove();
            }
        }

        /** Nobody listens while it rings. */
        void drop() {
            typed = "";
        }
    }
}
