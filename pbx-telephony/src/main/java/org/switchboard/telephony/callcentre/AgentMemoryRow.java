package org.switchboard.telephony.callcentre;

import java.time.Instant;
import java.util.UUID;
import org.switchboard.telephony.distribution.AgentMemory;

/**
 * Where an agent is, as it outlives this process (table {@code agent_state}).
 *
 * @param tenantId      the company
 * @param agentId       the agent
 * @param signedInSince null when signed out
 * @param extensionId   where; null when signed out
 * @param pausedSince   null when not paused
 * @param pauseReasonId why; null for no reason
 * @param wrapUpSince   null when not in wrap-up
 * @param wrapUpUntil   null when not in wrap-up
 * @param setAsideUntil null when not set aside
 * @param lastTalkEnded null when there was none
 * @param talksToday    talks since the company's midnight
 */
public record AgentMemoryRow(UUID tenantId, UUID agentId, Instant signedInSince, UUID extensionId, Instant pausedSince, UUID pauseReasonId,
                             Instant wrapUpSince, Instant wrapUpUntil, Instant setAsideUntil, Instant lastTalkEnded, int talksToday) {

    AgentMemory memory() {
        return new AgentMemory(signedInSince, pausedSince, null, null, wrapUpSince, wrapUpUntil, setAsideUntil, lastTalkEnded, talksToday);
    }
}
