package org.switchboard.telephony.engine;

import java.time.Instant;
import java.util.Optional;

/**
 * How the engine does.
 *
 * @param controlUp     whether it controls calls; without it Asterisk uses its own fallback
 * @param liveUp        whether it hears of calls that ring and talk
 * @param managerUp     whether changes of devices reach Asterisk at once
 * @param planUp        whether changes of plans are heard of
 * @param planLoadedAt  when the plans in force were read; empty before the first time
 * @param callsInHand   calls that it has now
 */
public record EngineHealth(boolean controlUp, boolean liveUp, boolean managerUp, boolean planUp, Optional<Instant> planLoadedAt,
                           int callsInHand) {

    /**
     * Whether everything is as it should be.
     *
     * @return true when all connections are up
     */
    public boolean isWell() {
        return controlUp && liveUp && managerUp && planUp;
    }
}
