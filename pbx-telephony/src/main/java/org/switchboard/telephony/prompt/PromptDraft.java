package org.switchboard.telephony.prompt;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.switchboard.telephony.input.Text;

/**
 * What an admin wants a prompt to say.
 *
 * @param name     1 to 60 characters on one line; unique in the company
 * @param text     1 to 2000 characters, to be spoken
 * @param language {@code en} or {@code ko}; null means {@code en}
 */
public record PromptDraft(
        @NotNull(message = "{invalid.prompt.name}") @Size(min = 1, max = 60, message = "{invalid.prompt.name}")
        @Pattern(regexp = Text.ONE_LINE, message = "{invalid.name.characters}") String name,
        @NotNull(message = "{invalid.prompt.text}") @Size(min = 1, max = PromptDraft.MOST_CHARACTERS, message = "{invalid.prompt.text}") String text,
        @Pattern(regexp = "en|ko", message = "{invalid.language}") String language) {

    /** Longest text, in characters: about two minutes. */
    public static final int MOST_CHARACTERS = 2000;

    /** Takes blanks off both ends, and fills in the default language. What cannot be spoken becomes a blank. */
    public PromptDraft {
        name = Text.stripped(name);
        text = text == null ? null : text.replaceAll("\\p{Cntrl}", " ").strip();
        language = language == null ? "en" : language;
    }

    /**
     * Whether both say the same.
     *
     * @param other another draft
     * @return true when text and language are equal, whatever the names are
     */
    boolean saysTheSameAs(PromptDraft other) {
        return text != null && text.equals(other.text) && language.equals(other.language);
    }
}
