package org.switchboard.telephony.agent;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.switchboard.telephony.input.Text;

/**
 * What a skill shall be called.
 *
 * @param name 1 to 60 characters on one line; unique among the company's skills
 */
public record SkillDraft(
        @NotNull(message = "{invalid.flow.name}") @Size(min = 1, max = 60, message = "{invalid.flow.name}")
        @Pattern(regexp = Text.ONE_LINE, message = "{invalid.name.characters}") String name) {

    /** Takes blanks off both ends. */
    public SkillDraft {
        name = Text.stripped(name);
    }
}
