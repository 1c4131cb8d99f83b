package org.switchboard.telephony.agent;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Somebody who takes calls of queues, at whatever phone he signs in.
 *
 * @param id          his id
 * @param tenantId    the company
 * @param name        what people read
 * @param number      what is dialled behind the star code to sign in at another's phone
 * @param userId      who signs in by the browser; null for nobody
 * @param extensionId at which phone he signs in unless he says another; null for none
 * @param extension   that phone's number; null for none
 * @param hasPin      whether a PIN was set; without one he signs in at his own phone and by the browser only
 * @param createdAt   when he was made an agent
 * @param skills      what he knows, in the order of the names
 * @param queues      which queues he serves, in the order of their names
 */
public record Agent(UUID id, UUID tenantId, String name, String number, UUID userId, UUID extensionId, String extension, boolean hasPin,
                    Instant createdAt, List<AgentSkill> skills, List<AgentQueue> queues) {

    /** Keeps unchangeable copies. */
    public Agent {
        skills = List.copyOf(skills);
        queues = List.copyOf(queues);
    }

    Agent with(List<AgentSkill> known, List<AgentQueue> served) {
        return new Agent(id, tenantId, name, number, userId, extensionId, extension, hasPin, createdAt, known, served);
    }

    /**
     * His settings as they can be edited.
     *
     * @return a draft with today's values
     */
    public AgentDraft draft() {
        return new AgentDraft(name, number, userId, extension, skills, queues.stream().map(AgentQueue::draft).toList());
    }
}
