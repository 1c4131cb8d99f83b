package org.switchboard.telephony.agent;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.switchboard.telephony.input.Text;

/**
 * What a reason to pause shall be.
 *
 * @param name  1 to 40 characters on one line; unique among the company's reasons
 * @param digit 1 to 9, no other reason's; null for the first that is free
 */
public record PauseReasonDraft(
        @NotNull(message = "{invalid.pauseReason.name}") @Size(min = 1, max = 40, message = "{invalid.pauseReason.name}")
        @Pattern(regexp = Text.ONE_LINE, message = "{invalid.name.characters}") String name,
        @Pattern(regexp = "[1-9]", message = "{invalid.pauseReason.digit}") String digit) {

    /** Takes blanks off both ends. */
    public PauseReasonDraft {
        name = Text.stripped(name);
        digit = Text.stripped(digit);
    }
}
