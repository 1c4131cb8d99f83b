package org.switchboard.telephony.agent;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.switchboard.telephony.input.Text;

/**
 * Which queue an agent shall serve.
 *
 * @param queue    the queue's name
 * @param tier     1 to 9: with whom the agent is asked; null means 1
 * @param position 1 to 10000: place in the queue's own order; null means 1
 */
public record AgentQueueDraft(
        @NotNull(message = "{invalid.agent.queue}") String queue,
        @Min(value = 1, message = "{invalid.queue.tier}") @Max(value = 9, message = "{invalid.queue.tier}") Integer tier,
        @Min(value = 1, message = "{invalid.queue.position}") @Max(value = 10_000, message = "{invalid.queue.position}") Integer position) {

    /** Takes blanks off both ends and fills in the defaults. */
    public AgentQueueDraft {
        queue = Text.stripped(queue);
        tier = tier == null ? 1 : tier;
        position = position == null ? 1 : position;
    }
}
