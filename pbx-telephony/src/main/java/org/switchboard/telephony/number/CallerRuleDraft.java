package org.switchboard.telephony.number;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.switchboard.telephony.input.Text;

/**
 * A rule about callers as an admin wants it.
 *
 * @param action  what happens to them; null means {@link CallerRule.Action#BLOCK}
 * @param matches how they are told
 * @param number  for {@code exact} in national or international form; for {@code prefix} the begin of an E.164 number, or of a
 *                national one; null for {@code anonymous}
 * @param note    why, up to 100 characters on one line; null is none
 */
public record CallerRuleDraft(
        CallerRule.Action action,
        @NotNull(message = "{invalid.callerRule.matches}") CallerRule.Matches matches,
        @Size(max = 30, message = "{invalid.callerRule.number}") String number,
        @Size(max = 100, message = "{invalid.callerRule.note}") @Pattern(regexp = Text.ONE_LINE, message = "{invalid.name.characters}") String note) {

    /** Takes blanks off both ends and fills in the defaults. */
    public CallerRuleDraft {
        action = action == null ? CallerRule.Action.BLOCK : action;
        number = number == null || number.isBlank() ? null : number.strip();
        note = note == null ? "" : note.strip();
    }
}
