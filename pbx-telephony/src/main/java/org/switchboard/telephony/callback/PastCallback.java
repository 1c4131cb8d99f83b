package org.switchboard.telephony.callback;

import java.time.Instant;
import java.util.UUID;

/**
 * A caller who asked to be called back.
 *
 * @param id         its id
 * @param queueId    the queue
 * @param visit      what the stay in the queue is known by
 * @param number     the number to be called, E.164 or an extension's
 * @param name       the caller's name; may be empty
 * @param enteredAt  since when the caller waits
 * @param askedAt    when he asked for it
 * @param notBefore  not called before then; null for as soon as it is his turn
 * @param attempts   how often he was dialled
 * @param lastResult what came of the last attempt; null when there was none, or it is on
 * @param endedAt    null while it waits
 * @param result     {@code talked}, {@code failed} or {@code cancelled}; null while it waits
 */
public record PastCallback(UUID id, UUID queueId, String visit, String number, String name, Instant enteredAt, Instant askedAt, Instant notBefore,
                           int attempts, String lastResult, Instant endedAt, String result) {

    /**
     * Whether it waits on.
     *
     * @return false when it is over
     */
    public boolean isWaiting() {
        return endedAt == null;
    }
}
