package org.switchboard.telephony.queue;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.switchboard.telephony.input.Text;

/**
 * Who shall serve a queue.
 *
 * @param agent    the agent's number
 * @param tier     1 to 9: with whom the agent is asked; null means 1
 * @param position 1 to 10000: place in the queue's own order; null means 1
 */
public record QueueAgentDraft(
        @NotNull(message = "{invalid.queue.agent}") String agent,
        @Min(value = 1, message = "{invalid.queue.tier}") @Max(value = QueueTier.LAST, message = "{invalid.queue.tier}") Integer tier,
        @Min(value = 1, message = "{invalid.queue.position}") @Max(value = 10_000, message = "{invalid.queue.position}") Integer position) {

    /** Takes blanks off both ends and fills in the defaults. */
    public QueueAgentDraft {
        agent = Text.stripped(agent);
        tier = tier == null ? 1 : tier;
        position = position == null ? 1 : position;
    }
}
