package org.switchboard.telephony.note;

import java.time.Instant;
import java.util.UUID;

/**
 * A caller whom an agent answered.
 *
 * @param visit      which stay of which caller in which queue
 * @param callId     the call in the history; null when it is not known
 * @param queueId    the queue
 * @param number     the customer's number; empty when withheld
 * @param name       the customer's name; may be empty
 * @param answeredAt when
 */
public record AnsweredCall(String visit, UUID callId, UUID queueId, String number, String name, Instant answeredAt) {
}
