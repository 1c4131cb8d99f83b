package org.switchboard.telephony.queue;

import jakarta.validation.constraints.NotNull;
import java.util.UUID;

/**
 * What a supervisor shall be allowed in a queue.
 *
 * @param userId      a supervisor of the company
 * @param mayListen   whether he may hear talks; null means yes, here and below
 * @param mayWhisper  whether he may speak to the agent alone
 * @param mayBarge    whether he may join a talk
 * @param mayTakeOver whether he may take the caller from the agent
 */
public record QueueSupervisorDraft(@NotNull(message = "{invalid.queue.supervisor}") UUID userId, Boolean mayListen, Boolean mayWhisper,
                                   Boolean mayBarge, Boolean mayTakeOver) {

    /** Fills in the defaults. */
    public QueueSupervisorDraft {
        mayListen = !Boolean.FALSE.equals(mayListen);
        mayWhisper = !Boolean.FALSE.equals(mayWhisper);
        mayBarge = !Boolean.FALSE.equals(mayBarge);
        mayTakeOver = !Boolean.FALSE.equals(mayTakeOver);
    }
}
