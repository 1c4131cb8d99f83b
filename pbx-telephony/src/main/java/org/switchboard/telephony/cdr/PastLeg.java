package org.switchboard.telephony.cdr;

import java.time.Instant;
import java.util.List;

/**
 * One phone's part in a call of the history.
 *
 * @param role        caller or callee
 * @param number      its extension's number, or the outside number
 * @param name        its name; may be empty
 * @param deviceName  what people called the device when the call was recorded; null when it was gone or is a trunk
 * @param startedAt   when it began, or came into this call from another by a transfer
 * @param answeredAt  when it was taken off hook; null when it was not
 * @param endedAt     when it ended
 * @param outcome     how it ended
 * @param hangupCause Q.850 cause; null when unknown
 * @param events      what it went through, in order
 */
public record PastLeg(LegRole role, String number, String name, String deviceName, Instant startedAt, Instant answeredAt,
                      Instant endedAt, LegOutcome outcome, Integer hangupCause, List<LegEvent> events) {

    /** Keeps an unchangeable copy of the events. */
    public PastLeg {
        events = List.copyOf(events);
    }
}
