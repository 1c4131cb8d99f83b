package org.switchboard.telephony.prompt;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.switchboard.telephony.input.Text;

/**
 * What a prompt that is not spoken from words is called.
 *
 * @param name 1 to 60 characters on one line; unique in the company
 */
record PromptName(
        @NotNull(message = "{invalid.prompt.name}") @Size(min = 1, max = 60, message = "{invalid.prompt.name}")
        @Pattern(regexp = Text.ONE_LINE, message = "{invalid.name.characters}") String name) {

    PromptName {
        name = Text.stripped(name);
    }
}
