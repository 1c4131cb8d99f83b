package org.switchboard.telephony.agent;

import java.util.UUID;

/**
 * A queue that an agent serves.
 *
 * @param queueId  the queue
 * @param queue    the queue's name
 * @param tier     1 to 9: with whom the agent is asked
 * @param position place in the queue's own order
 */
public record AgentQueue(UUID queueId, String queue, int tier, int position) {

    /**
     * The same as it can be edited.
     *
     * @return a draft of the same
     */
    public AgentQueueDraft draft() {
        return new AgentQueueDraft(queue, tier, position);
    }
}
