package org.switchboard.telephony.supervision;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A session of supervision in the record.
 *
 * @param id        its id
 * @param by        who: an e-mail address, a token's name, or {@code extension 101}
 * @param extension at which phone
 * @param agentId   the agent; null when he is gone
 * @param agentName his name as it was then
 * @param queueId   the queue; null when it is gone
 * @param queueName its name as it was then
 * @param linkedId  the call in the history
 * @param askedAt   when he asked for it
 * @param endedAt   when it ended; null while it is on
 * @param turns     what he did, in order; empty when his phone did not answer
 */
public record PastSupervision(UUID id, String by, String extension, UUID agentId, String agentName, UUID queueId, String queueName, String linkedId,
                              Instant askedAt, Instant endedAt, List<Turn> turns) {

    /** Keeps an unchangeable copy. */
    public PastSupervision {
        turns = List.copyOf(turns);
    }

    /**
     * What a supervisor did from some moment on.
     *
     * @param at   since when
     * @param mode what
     */
    public record Turn(Instant at, SpyMode mode) {
    }
}
