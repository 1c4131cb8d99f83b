package org.switchboard.telephony.trunk;

import java.time.Duration;

/**
 * How a trunk is now.
 *
 * @param health    in one word
 * @param roundTrip how long the provider's last answer took; null when there was none
 */
public record TrunkState(TrunkHealth health, Duration roundTrip) {

    /** Of a trunk that nothing is known of. */
    public static final TrunkState UNKNOWN = new TrunkState(TrunkHealth.UNKNOWN, null);
}
