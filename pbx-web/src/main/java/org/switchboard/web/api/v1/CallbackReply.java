package org.switchboard.web.api.v1;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.UUID;
import org.switchboard.telephony.callback.PastCallback;

/**
 * A caller who asked to be called back.
 *
 * @param id         its id
 * @param number     the number to be called: E.164, or an extension's
 * @param name       the caller's name; may be empty
 * @param enteredAt  since when the caller waits, which is what his place goes by
 * @param askedAt    when he asked for it
 * @param notBefore  not called before then; null for as soon as it is his turn
 * @param attempts   how often he was dialled
 * @param lastResult what came of the last attempt; null when there was none, or it is on
 * @param endedAt    when it was over; null while it waits
 * @param result     how it ended; null while it waits
 */
@Schema(name = "Callback")
record CallbackReply(UUID id, String number, String name, Instant enteredAt, Instant askedAt,
                     @Schema(types = {"string", "null"}, format = "date-time") Instant notBefore, int attempts,
                     @Schema(types = {"string", "null"}, description = "talked, busy, no_answer, failed or agent_gone") String lastResult,
                     @Schema(types = {"string", "null"}, format = "date-time") Instant endedAt,
                     @Schema(types = {"string", "null"}, description = "talked, failed or cancelled") String result) {

    static CallbackReply of(PastCallback callback) {
        return new CallbackReply(callback.id(), callback.number(), callback.name(), callback.enteredAt(), callback.askedAt(), callback.notBefore(),
                callback.attempts(), callback.lastResult(), callback.endedAt(), callback.result());
    }
}
