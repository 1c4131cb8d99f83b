package org.switchboard.telephony.supervision;

import java.util.UUID;
import org.switchboard.telephony.callcentre.AgentTalk;

/**
 * The talk that a supervisor is at.
 *
 * @param tenantId     the company
 * @param agentId      the agent
 * @param agentName    his name, which the record keeps
 * @param agentNumber  his number, which the supervisor's phone shows
 * @param queueId      the queue whose caller he talks with
 * @param queueName    its name, which the record keeps
 * @param linkedId     the call in the history
 * @param agentChannel the agent's channel in Asterisk
 */
public record SpiedTalk(UUID tenantId, UUID agentId, String agentName, String agentNumber, UUID queueId, String queueName, String linkedId,
                        String agentChannel) {

    /**
     * A talk, with the names that the record of it keeps.
     *
     * @param tenantId    the company
     * @param talk        what the floor knows of it
     * @param agentName   the agent's name
     * @param agentNumber the agent's number
     * @param queueName   the queue's name
     * @return never null
     */
    public static SpiedTalk of(UUID tenantId, AgentTalk talk, String agentName, String agentNumber, String queueName) {
        return new SpiedTalk(tenantId, talk.agentId(), agentName, agentNumber, talk.queueId(), queueName, talk.linkedId(), talk.agentChannel());
    }
}
