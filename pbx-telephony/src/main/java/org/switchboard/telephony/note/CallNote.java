package org.switchboard.telephony.note;

import java.time.Instant;
import java.util.UUID;

/**
 * What an agent wrote down about a call.
 *
 * @param id          its id
 * @param subject     which call of which customer
 * @param note        free text, may have several lines; empty when only a disposition was chosen
 * @param disposition name of the disposition code as it was then; null when none was chosen
 * @param updatedAt   when it was last changed
 */
public record CallNote(UUID id, NoteSubject subject, String note, String disposition, Instant updatedAt) {
}
