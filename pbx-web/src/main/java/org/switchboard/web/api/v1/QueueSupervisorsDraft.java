package org.switchboard.web.api.v1;

import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.switchboard.telephony.queue.QueueSupervisorDraft;

/**
 * Who shall be bound to a queue.
 *
 * @param supervisors all of them
 */
record QueueSupervisorsDraft(@NotNull(message = "{invalid.queue.supervisor}") List<QueueSupervisorDraft> supervisors) {
}
