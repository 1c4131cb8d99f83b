package org.switchboard.telephony.queue;

import java.util.UUID;

/**
 * An agent who serves a queue.
 *
 * @param agentId  the agent
 * @param agent    the agent's number
 * @param name     the agent's name
 * @param tier     1 to 9: with whom the agent is asked
 * @param position place in the queue's own order; equal ones are in the order of their names
 */
public record QueueAgent(UUID agentId, String agent, String name, int tier, int position) {

    /**
     * The same as it can be edited.
     *
     * @return a draft of the same
     */
    public QueueAgentDraft draft() {
        return new QueueAgentDraft(agent, tier, position);
    }
}
