package org.switchboard.web.api.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.net.URI;
import java.util.List;

/**
 * An error as the API tells it (RFC 9457).
 *
 * @param type     which kind of error, for programs: {@code urn:switchboard:problem:} and a word that never changes
 * @param title    the same for people, in their language
 * @param status   the HTTP status
 * @param detail   what is wrong with this request and what to do
 * @param instance names this one occurrence, which the log knows too; only for faults of the portal itself
 * @param errors   which fields are wrong and what they accept; absent when it is about no field
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Problem(
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "urn:switchboard:problem:invalid-input") URI type,
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) String title,
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) int status,
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) String detail,
        URI instance,
        List<FieldError> errors) {

    /** Keeps an unchangeable copy of the errors. */
    public Problem {
        errors = List.copyOf(errors);
    }

    /**
     * What is wrong with one field.
     *
     * @param field   the field's name: of the JSON body, of the query, or of a header
     * @param message what it accepts, in the language of whoever asks
     */
    @Schema(name = "FieldError")
    public record FieldError(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) String field,
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) String message) {
    }
}
