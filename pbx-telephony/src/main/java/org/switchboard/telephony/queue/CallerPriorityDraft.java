package org.switchboard.telephony.queue;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.switchboard.telephony.input.Text;

/**
 * What a rule about callers who wait less, or more, shall be.
 *
 * @param matches  what of a call it goes by
 * @param number   for {@code caller} and {@code dialled} in national or international form; for {@code caller_prefix} the begin of an E.164
 *                 number, or of a national one
 * @param priority 1 to 10, the higher, the earlier
 * @param note     who that is, up to 100 characters on one line; null is none
 */
public record CallerPriorityDraft(
        @NotNull(message = "{invalid.callerPriority.matches}") CallerPriority.Matches matches,
        @NotNull(message = "{invalid.callerPriority.number}") @Size(max = 30, message = "{invalid.callerPriority.number}") String number,
        @NotNull(message = "{invalid.queue.priority}") @Min(value = 1, message = "{invalid.queue.priority}")
        @Max(value = 10, message = "{invalid.queue.priority}") Integer priority,
        @Size(max = 100, message = "{invalid.callerRule.note}") @Pattern(regexp = Text.ONE_LINE, message = "{invalid.name.characters}") String note) {

    /** Takes blanks off both ends and fills in the default. */
    public CallerPriorityDraft {
        number = number == null || number.isBlank() ? null : number.strip();
        note = note == null ? "" : note.strip();
    }
}
