package org.switchboard.web.api.v1;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.UUID;
import org.switchboard.telephony.queue.QueueSupervisor;

/**
 * What a supervisor may do in a queue, as the API shows it.
 *
 * @param userId      the supervisor
 * @param name        the supervisor's name
 * @param mayListen   whether talks may be heard
 * @param mayWhisper  whether the agent alone may be spoken to
 * @param mayBarge    whether a talk may be joined
 * @param mayTakeOver whether the caller may be taken from the agent
 */
@Schema(name = "QueueSupervisor")
record QueueSupervisorReply(UUID userId, String name, boolean mayListen, boolean mayWhisper, boolean mayBarge, boolean mayTakeOver) {

    static QueueSupervisorReply of(QueueSupervisor one) {
        return new QueueSupervisorReply(one.userId(), one.name(), one.mayListen(), one.mayWhisper(), one.mayBarge(), one.mayTakeOver());
    }
}
