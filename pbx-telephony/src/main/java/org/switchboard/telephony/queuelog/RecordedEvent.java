package org.switchboard.telephony.queuelog;

import java.util.UUID;

/**
 * An event as it is kept, with the names of that time.
 *
 * @param event     what happened
 * @param queueName how the queue was called when it was recorded; null when there is no queue, or when it was gone by then
 * @param agentName how the agent was called when it was recorded; null when there is no agent, or when he was gone by then
 * @param callId    the call in the history; null when it belongs to none
 */
public record RecordedEvent(QueueEvent event, String queueName, String agentName, UUID callId) {
}
