package org.switchboard.telephony.queue;

import java.util.UUID;

/**
 * What an agent can say that a call was about.
 *
 * @param id      its id
 * @param name    what people read
 * @param queueId of which queue's calls it can be said; null for those of all queues
 * @param queue   that queue's name; null for all queues
 */
public record DispositionCode(UUID id, String name, UUID queueId, String queue) {

    /**
     * The same as it can be edited.
     *
     * @return a draft of the same
     */
    public DispositionCodeDraft draft() {
        return new DispositionCodeDraft(name, queue);
    }
}
