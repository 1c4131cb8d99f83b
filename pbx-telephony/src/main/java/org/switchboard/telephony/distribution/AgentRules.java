package org.switchboard.telephony.distribution;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What is to be known of an agent.
 *
 * @param agentId     the agent
 * @param skills      the level of each skill that he has, 1 to 10
 * @param memberships the queues that he serves
 */
public record AgentRules(UUID agentId, Map<UUID, Integer> skills, List<Membership> memberships) {

    /** Keeps unchangeable copies. */
    public AgentRules {
        skills = Map.copyOf(skills);
        memberships = List.copyOf(memberships);
    }
}
