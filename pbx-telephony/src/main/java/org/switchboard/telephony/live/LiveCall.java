package org.switchboard.telephony.live;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A call that is on, as it was at one moment.
 *
 * @param id           its id, the same as in the history afterwards
 * @param tenantId     the company
 * @param startedAt    when it began
 * @param answeredAt   when it was answered; null when it was not, or when that was before the portal was started
 * @param state        what it is doing
 * @param callerNumber the caller's number
 * @param callerName   the caller's name; may be empty
 * @param calleeNumber number of the phone that talks or rings, else what was dialled; may be empty
 * @param calleeName   that one's name; may be empty
 * @param legs         its phones, the caller's first
 */
public record LiveCall(UUID id, UUID tenantId, Instant startedAt, Instant answeredAt, LiveCallState state, String callerNumber,
                       String callerName, String calleeNumber, String calleeName, List<LiveLeg> legs) {

    /** Keeps an unchangeable copy of the legs. */
    public LiveCall {
        legs = List.copyOf(legs);
    }
}
