package org.switchboard.telephony.route;

import java.util.ArrayList;
import java.util.List;
import org.switchboard.telephony.call.Refusal;

/** What a thing does with a caller who comes to it, or to whom something happened there. */
sealed interface Move {

    /**
     * Sends it on.
     *
     * @param step   why
     * @param goal   where to
     * @param chosen whether the caller chose, so that coming by again is no circle
     */
    record On(RouteStep step, Goal goal, boolean chosen) implements Move {
    }

    /**
     * Keeps it.
     *
     * @param steps what is to be told of it
     * @param act   what is to be done
     * @param place where the caller stands; null when our part ends
     */
    record Stay(List<RouteStep> steps, Act act, Place place) implements Move {
    }

    static Move on(RouteStep step, Goal goal) {
        return new On(step, goal, false);
    }

    static Move stay(RouteStep step, Act act, Place place) {
        return new Stay(List.of(step), act, place);
    }

    static Move refuse(Refusal refusal, RouteStep... before) {
        var steps = new ArrayList<>(List.of(before));
        steps.add(RouteStep.of("refuse", refusal.key(), "step.refuse." + refusal.key(), refusal.key()));
        return new Stay(steps, new Act.Refuse(refusal), null);
    }
}
