package org.switchboard.telephony.prompt;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * Something that callers hear, without the sound itself.
 *
 * @param id        its id; its file is called after it
 * @param tenantId  the company
 * @param name      unique in the company
 * @param origin    how its sound came to be
 * @param text      the words that are spoken; null unless the origin is speech
 * @param language  their language, {@code en} or {@code ko}; null unless the origin is speech
 * @param voice     name of the voice that spoke them; null unless the origin is speech
 * @param length    how long it is
 * @param audioAt   when its sound was made
 * @param createdAt when it was made
 */
public record Prompt(UUID id, UUID tenantId, String name, PromptOrigin origin, String text, String language, String voice,
                     Duration length, Instant audioAt, Instant createdAt) {

    /**
     * Its settings as they can be edited.
     *
     * @return a draft with today's values; without text when it was not spoken
     */
    public PromptDraft draft() {
        return new PromptDraft(name, text, language);
    }
}
