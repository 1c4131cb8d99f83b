package org.switchboard.telephony.simulation;

import java.util.Comparator;
import java.util.List;

/**
 * The callers of a day.
 *
 * @param calls in the order in which they come
 */
public record Traffic(List<SimulatedCall> calls) {

    /** Puts them in order. */
    public Traffic {
        calls = calls.stream().sorted(Comparator.comparing(SimulatedCall::at)).toList();
    }
}
