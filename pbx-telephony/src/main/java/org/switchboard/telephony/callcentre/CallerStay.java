package org.switchboard.telephony.callcentre;

import java.time.Instant;
import java.util.UUID;

/**
 * A caller's stay in a queue, as much of it as must outlive this process.
 *
 * @param visit     what it is known by
 * @param queueId   the queue
 * @param enteredAt since when
 * @param priority  the higher, the earlier
 * @param rank      when a supervisor pulled the caller to the front, in milliseconds since 1970; 0 for never
 * @param number    the caller's number; may be empty
 * @param name      the caller's name; may be empty
 * @param linkedId  the call in the history
 */
public record CallerStay(String visit, UUID queueId, Instant enteredAt, int priority, long rank, String number, String name, String linkedId) {
}
