package org.switchboard.telephony.simulation;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * A caller of a simulated day.
 *
 * @param at       when the caller comes
 * @param queueId  into which queue
 * @param priority the higher, the earlier
 * @param patience after which time of waiting the caller gives up; null for never
 * @param leavesBy how the caller gives up: the way out that a key leads to, such as {@code key_1}, or
 *                 {@link #CALLBACK}; null for hanging up
 * @param talk     how long the talk would be
 * @param wrapUp   how long the agent would finish off, at most as long as the queue lets him; null for as long as it lets him
 */
public record SimulatedCall(Instant at, UUID queueId, int priority, Duration patience, String leavesBy, Duration talk, Duration wrapUp) {

    /** Says that a caller whose patience ends asks to be called back and keeps the place; reached at once when an agent is found. */
    public static final String CALLBACK = "callback";
}
