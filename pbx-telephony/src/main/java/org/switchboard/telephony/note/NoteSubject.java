package org.switchboard.telephony.note;

import java.util.UUID;

/**
 * What a note is about.
 *
 * @param visit     which stay of which caller in which queue
 * @param callId    the call in the history; null when there is none yet
 * @param queueId   the queue; null once it is deleted
 * @param agentId   who writes; null once the agent is deleted
 * @param agentName the agent's name
 * @param number    the customer's number as the queue saw it; empty when withheld
 */
public record NoteSubject(String visit, UUID callId, UUID queueId, UUID agentId, String agentName, String number) {
}
