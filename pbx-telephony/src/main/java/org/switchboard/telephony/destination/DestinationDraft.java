package org.switchboard.telephony.destination;

import java.util.UUID;
import org.switchboard.telephony.input.Text;

/**
 * Where somebody wants a way out to lead.
 *
 * @param kind   what to; null is refused
 * @param id     which thing; null when it is named by its number, or the kind is no thing
 * @param number which thing, by what extensions dial for it, or a voicemail box by its box number; null when {@code id} says it
 * @param value  the E.164 number outside, or the {@link HangupKind}'s word; null for a thing
 */
public record DestinationDraft(DestinationKind kind, UUID id, String number, String value) {

    /** Takes blanks off both ends. */
    public DestinationDraft {
        number = Text.stripped(number);
        value = Text.stripped(value);
    }

    /**
     * To a thing.
     *
     * @param kind what kind of thing
     * @param id   which
     * @return a draft
     */
    public static DestinationDraft to(DestinationKind kind, UUID id) {
        return new DestinationDraft(kind, id, null, null);
    }
}
