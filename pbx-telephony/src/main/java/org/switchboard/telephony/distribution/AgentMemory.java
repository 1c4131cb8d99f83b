package org.switchboard.telephony.distribution;

import java.time.Instant;
import java.util.UUID;

/**
 * What is remembered of an agent over a restart.
 *
 * @param signedInSince  null when signed out
 * @param pausedSince    null when not paused
 * @param talkingSince   null when not talking with a caller of a queue
 * @param talkingQueueId of which queue that caller is; null when unknown or not talking
 * @param wrapUpSince    null when not in wrap-up
 * @param wrapUpUntil    null when not in wrap-up
 * @param setAsideUntil  null when not set aside
 * @param lastTalkEnded  null when there was none
 * @param talksToday     talks since the company's midnight
 */
public record AgentMemory(Instant signedInSince, Instant pausedSince, Instant talkingSince, UUID talkingQueueId, Instant wrapUpSince,
                          Instant wrapUpUntil, Instant setAsideUntil, Instant lastTalkEnded, int talksToday) {}
