package org.switchboard.telephony.queue;

import java.util.UUID;

/**
 * What a supervisor may do in a queue.
 *
 * @param queueId     the queue
 * @param userId      the supervisor
 * @param name        the supervisor's name
 * @param mayListen   whether he may hear talks
 * @param mayWhisper  whether he may speak to the agent alone
 * @param mayBarge    whether he may join a talk
 * @param mayTakeOver whether he may take the caller from the agent
 */
public record QueueSupervisor(UUID queueId, UUID userId, String name, boolean mayListen, boolean mayWhisper, boolean mayBarge, boolean mayTakeOver) {

    /**
     * The same as it can be edited.
     *
     * @return a draft of the same
     */
    public QueueSupervisorDraft draft() {
        return new QueueSupervisorDraft(userId, mayListen, mayWhisper, mayBarge, mayTakeOver);
    }
}
