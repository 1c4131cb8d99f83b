package org.switchboard.telephony.alert;

import java.time.Instant;
import java.util.UUID;

/**
 * A threshold that was broken, or a caller who gave up.
 *
 * @param id        its id; ids grow with time
 * @param queueId   the queue
 * @param queueName its name
 * @param kind      what it is about
 * @param beganAt   since when
 * @param endedAt   when it was over; null while it lasts. A caller who gave up is over at once
 * @param value     callers, seconds or percent, by kind; how many seconds the caller had waited
 * @param bound     what it was measured against; null for a caller who gave up
 * @param caller    the caller who gave up; empty when withheld, null for the other kinds
 */
public record QueueAlert(UUID id, UUID queueId, String queueName, AlertKind kind, Instant beganAt, Instant endedAt, int value, Integer bound,
                         String caller) {
}
