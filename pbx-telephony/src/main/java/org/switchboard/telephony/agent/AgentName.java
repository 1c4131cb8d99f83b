package org.switchboard.telephony.agent;

import java.util.UUID;

/**
 * An agent as one to choose.
 *
 * @param id     the agent
 * @param number the agent's number
 * @param name   what people read
 */
public record AgentName(UUID id, String number, String name) {
}
