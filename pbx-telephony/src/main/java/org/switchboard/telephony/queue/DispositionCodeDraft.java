package org.switchboard.telephony.queue;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.switchboard.telephony.input.Text;

/**
 * What a disposition code shall be.
 *
 * @param name  1 to 60 characters on one line; unique among its queue's codes
 * @param queue name of the queue of whose calls it can be said; null for those of all queues
 */
public record DispositionCodeDraft(
        @NotNull(message = "{invalid.flow.name}") @Size(min = 1, max = 60, message = "{invalid.flow.name}")
        @Pattern(regexp = Text.ONE_LINE, message = "{invalid.name.characters}") String name,
        String queue) {

    /** Takes blanks off both ends; an empty queue is none. */
    public DispositionCodeDraft {
        name = Text.stripped(name);
        queue = Text.stripped(queue);
        queue = queue == null || queue.isEmpty() ? null : queue;
    }
}
