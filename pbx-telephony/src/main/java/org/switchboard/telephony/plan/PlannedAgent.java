package org.switchboard.telephony.plan;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * An agent as calls need it.
 *
 * @param id          the agent
 * @param name        what people read
 * @param number      what is dialled to sign in at another's phone
 * @param userId      who signs in by the browser; null for none
 * @param extensionId at which phone, unless another is named; null for none
 * @param skills      how well the agent knows what, 1 to 10, by skill
 * @param memberships which queues the agent serves
 */
public record PlannedAgent(UUID id, String name, String number, UUID userId, UUID extensionId, Map<UUID, Integer> skills,
                           List<Membership> memberships) {

    /** Keeps unchangeable copies. */
    public PlannedAgent {
        skills = Map.copyOf(skills);
        memberships = List.copyOf(memberships);
    }

    /**
     * A queue that the agent serves.
     *
     * @param queueId  the queue
     * @param tier     1 to 9: with whom the agent is asked
     * @param position place in the queue's own order; equal ones are in the order of their names
     */
    public record Membership(UUID queueId, int tier, int position) {
    }
}
