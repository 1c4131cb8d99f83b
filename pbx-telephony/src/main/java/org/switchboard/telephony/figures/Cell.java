package org.switchboard.telephony.figures;

import java.time.Instant;
import java.util.UUID;

/**
 * What a count belongs to: the smallest part that figures can be put together from.
 *
 * @param queueId the queue; null for what concerns none
 * @param agentId the agent; null for what concerns none, such as a caller who hung up
 * @param begin   first moment of the hour or day
 */
public record Cell(UUID queueId, UUID agentId, Instant begin) {
}
