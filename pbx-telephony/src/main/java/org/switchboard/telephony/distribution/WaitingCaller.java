package org.switchboard.telephony.distribution;

import java.time.Instant;
import java.util.UUID;

/**
 * A caller in a queue, as seen at one moment.
 *
 * @param visit     what this stay is known by
 * @param queueId   the queue
 * @param position  from 1
 * @param enteredAt since when the caller waits
 * @param priority  the priority without what waiting adds
 * @param rank      the order among those who were pulled to the front, from 1; 0 for others
 * @param callback  whether the caller hung up and is to be called back
 * @param due       whether a callback may be made now; true for callers on the phone
 * @param offerId   the offer that is open for the caller; null when nobody rings
 */
public record WaitingCaller(String visit, UUID queueId, int position, Instant enteredAt, int priority, long rank, boolean callback, boolean due,
                            Long offerId) {}
