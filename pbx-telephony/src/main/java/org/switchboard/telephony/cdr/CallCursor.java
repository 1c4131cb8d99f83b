package org.switchboard.telephony.cdr;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.switchboard.telephony.input.FieldProblem;
import org.switchboard.telephony.input.InvalidInput;

/**
 * The place in the history after a call. To the outside an opaque text.
 *
 * @param startedAt when that call began
 * @param id        its id
 */
record CallCursor(Instant startedAt, UUID id) {

    /**
     * As text.
     *
     * @return letters, digits, {@code -} and {@code _}
     */
    String text() {
        return Base64.getUrlEncoder().withoutPadding()
                .encodeToString((startedAt + " " + id).getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Reads the text back.
     *
     * @param text the text
     * @return the cursor
     * @throws InvalidInput when it is not one that {@link #text} made
     */
    static CallCursor of(String text) {
        try {
            String[] parts = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8).split(" ", -1);
            if (parts.length == 2) {
                return new CallCursor(Instant.parse(parts[0]), UUID.fromString(parts[1]));
            }
        } catch (IllegalArgumentException | DateTimeException e) {
            throw invalid();
        }
        throw invalid();
    }

    private static InvalidInput invalid() {
        return new InvalidInput(List.of(new FieldProblem("cursor", "invalid.cursor")));
    }
}
