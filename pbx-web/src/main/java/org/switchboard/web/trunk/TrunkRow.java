package org.switchboard.web.trunk;

import org.switchboard.telephony.trunk.Trunk;
import org.switchboard.telephony.trunk.TrunkState;

/**
 * A trunk with how it is, as lists show it.
 *
 * @param trunk the trunk
 * @param state how it is
 * @param calls calls that are up
 */
public record TrunkRow(Trunk trunk, TrunkState state, int calls) {

    private static final double MILLIS = 1_000_000.0;

    /**
     * How long the provider's last answer took.
     *
     * @return milliseconds with one digit after the point; null when there was none
     */
    public String roundTrip() {
        return state.roundTrip() == null ? null : "%.1f".formatted(state.roundTrip().toNanos() / MILLIS);
    }
}
