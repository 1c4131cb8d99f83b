package org.switchboard.web.api.v1;

import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.switchboard.telephony.prompt.Prompt;
import org.switchboard.telephony.prompt.PromptOrigin;

/**
 * A prompt as the API shows it; its sound has an address of its own.
 *
 * @param id        its id
 * @param name      unique in the company
 * @param origin    how its sound came to be
 * @param text      the spoken words; null unless the origin is speech
 * @param language  their language; null unless the origin is speech
 * @param voice     the voice that spoke them; null unless the origin is speech
 * @param seconds   how long it is
 * @param changedAt when its sound was made
 * @param createdAt when it was made
 */
@Schema(name = "Prompt")
record PromptReply(UUID id, String name, PromptOrigin origin, @Schema(types = {"string", "null"}) String text,
                   @Schema(types = {"string", "null"}) String language, @Schema(types = {"string", "null"}) String voice,
                   BigDecimal seconds, Instant changedAt, Instant createdAt) {

    static PromptReply of(Prompt prompt) {
        return new PromptReply(prompt.id(), prompt.name(), prompt.origin(), prompt.text(), prompt.language(), prompt.voice(),
                BigDecimal.valueOf(prompt.length().toMillis(), 3), prompt.audioAt(), prompt.createdAt());
    }
}
