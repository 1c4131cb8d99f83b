package org.switchboard.web.number;

import jakarta.validation.constraints.NotNull;
import org.switchboard.telephony.input.Text;

/**
 * A call that tries a number out.
 *
 * @param extension number of the extension whose phone plays the caller
 * @param caller    the number that the caller shall have, in national or international form; null, empty or {@code anonymous} for none
 */
public record TestCallDraft(@NotNull(message = "{invalid.testCall.extension}") String extension, String caller) {

    /** Takes blanks off both ends. */
    public TestCallDraft {
        extension = Text.stripped(extension);
        caller = Text.stripped(caller);
    }
}
