package org.switchboard.telephony.callcentre;

import java.time.Instant;
import java.util.UUID;

/**
 * An agent's talk with a caller of a queue.
 *
 * @param agentId       the agent
 * @param queueId       the queue
 * @param visit         what the stay in the queue is known by
 * @param linkedId      the call in the history
 * @param callerChannel the caller's channel in Asterisk; of a callback the agent's own leg's channel called the customer
 * @param agentChannel  the agent's channel in Asterisk
 * @param agentDevice   SIP user name of the agent's device
 * @param since         since when
 */
public record AgentTalk(UUID agentId, UUID queueId, String visit, String linkedId, String callerChannel, String agentChannel, String agentDevice,
                        Instant since) {
}
