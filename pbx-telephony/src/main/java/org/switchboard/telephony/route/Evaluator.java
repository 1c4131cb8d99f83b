package org.switchboard.telephony.route;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.switchboard.telephony.plan.PlannedRingGroup;
import org.switchboard.telephony.plan.TenantPlan;

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
            turn = router.next(turn.place(), happened(plan, turn.act(), digits, question.ifRung()), around);
        }
        throw new IllegalStateException("a way without an end: " + question);
    }

    private static Answer.End end(TenantPlan plan, Turn turn, IfRung ifRung) {
        return switch (turn.act()) {
            case Act.Ring _, Act.DialOut _ -> ifRung == IfRung.ANSWERED ? taker(plan, turn.place()) : null;
            case Act.Listen _, Act.Play _ -> null;
            case Act.TakeMessage(var box) -> new Answer.End("voicemail", box);
            case Act.Serve(var service, _) -> new Answer.End("service", service.key());
            case Act.SwitchHours _ -> new Answer.End("service", "switch_hours");
            case Act.Refuse(var refusal) -> new Answer.End("refuse", refusal.key());
            case Act.HangUp(var kind, _) -> new Answer.End("hangup", kind.value());
        };
    }

    private static Answer.End taker(TenantPlan plan, Place place) {
        var name = switch (place.kind()) {
            case RING_GROUP -> place.id().flatMap(plan::ringGroup).map(PlannedRingGroup::name).orElse("");
            case OUTSIDE_NUMBER -> OutsidePlace.number(place);
            default -> place.key();
        };
        return new Answer.End(place.kind().value(), name);
    }

    private static Happened happened(TenantPlan plan, Act act, Keys digits, IfRung ifRung) {
        return switch (act) {
            case Act.Listen(var menu, _, _) -> new Happened.Typed(digits.next(new MenuDigits(plan, menu)));
            case Act.Play _ -> new Happened.Played();
            case Act.Ring _, Act.DialOut _ -> {
                digits.drop();
                yield new Happened.Rang(Happened.Result.valueOf(ifRung.name()));
            }
            case Act.TakeMessage _, Act.Serve _, Act.SwitchHours _, Act.Refuse _, Act.HangUp _ ->
                throw new IllegalArgumentException("an end: " + act);
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
            if (typed.isEmpty() && !groups.isEmpty()) {
                typed = groups.remove();
            }
            var length = 1;
            while (length < typed.length() && !reading.areComplete(typed.substring(0, length))) {
                length++;
            }
            var taken = typed.substring(0, Math.min(length, typed.length()));
            typed = typed.substring(taken.length());
            return taken;
        }

        /** Nobody listens while it rings. */
        void drop() {
            typed = "";
        }
    }
}
