package org.switchboard.web.api.v1;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;

/**
 * Which priority a waiting caller shall have.
 *
 * @param priority 1 to 10; the higher, the earlier
 */
record CallerPriorityWish(
        @NotNull(message = "{invalid.queue.priority}") @Min(value = 1, message = "{invalid.queue.priority}")
        @Max(value = 10, message = "{invalid.queue.priority}") Integer priority) {
}
