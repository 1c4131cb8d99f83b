package org.switchboard.telephony.route;

import java.util.List;

/**
 * How far routing has come: what it decided since it was asked last, and what is to be done now.
 *
 * @param steps what was decided, in order
 * @param act   what is to be done
 * @param place where the caller then stands; null for an act that ends our part
 */
public record Turn(List<RouteStep> steps, Act act, Place place) {

    /** Copies the steps. */
    public Turn {
        steps = List.copyOf(steps);
    }
}
