package org.switchboard.telephony.note;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.switchboard.telephony.input.Text;

/**
 * What somebody wants to write down.
 *
 * @param note        at most 4000 characters, lines allowed; null or blank for none
 * @param disposition name of a disposition code; null or blank for none
 */
public record CallNoteDraft(
        @Size(max = 4000, message = "{invalid.note.note}")
        @Pattern(regexp = "[^\\p{Cntrl}]*(?:[\\r\\n\\t][^\\p{Cntrl}]*)*+", message = "{invalid.note.characters}") String note,
        @Size(max = 60, message = "{invalid.note.disposition}")
        @Pattern(regexp = Text.ONE_LINE, message = "{invalid.note.disposition}") String disposition) {

    /** Takes blanks off the ends; a blank disposition is none. */
    public CallNoteDraft {
        note = note == null ? "" : note.strip().replace("\r\n", "\n");
        disposition = disposition == null || disposition.isBlank() ? null : disposition.strip();
    }
}
