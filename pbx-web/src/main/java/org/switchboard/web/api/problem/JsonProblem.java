package org.switchboard.web.api.problem;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.switchboard.telephony.input.FieldProblem;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** Says in people's words why a JSON body could not be read: which field, and what it accepts. */
final class JsonProblem {

    private JsonProblem() {
    }

    /**
     * Turns Jackson's exception into a refusal.
     *
     * @param failure what Jackson threw
     * @return 422 with the field's name where the JSON is well formed, else 400 with line and column
     */
    static ApiRefused of(JacksonException failure) {
        return switch (failure) {
            case UnrecognizedPropertyException unknown -> field(unknown, "api.invalid.unknown", known(unknown.getKnownPropertyIds()));
            case MismatchedInputException mismatch when mismatch.getPath().isEmpty() ->
                new ApiRefused(Refusal.MALFORMED_BODY, List.of(), "");
            case MismatchedInputException mismatch -> wrongType(mismatch);
            case InputCoercionException tooLarge when !tooLarge.getPath().isEmpty() -> field(tooLarge, "api.invalid.integer");
            default -> malformed(failure);
        };
    }

    private static ApiRefused malformed(JacksonException failure) {
        TokenStreamLocation where = failure.getLocation();
        boolean isKnown = where != null && where.getLineNr() > 0;
        return new ApiRefused(Refusal.MALFORMED_BODY, List.of(), isKnown ? " (" + where.getLineNr() + ":" + where.getColumnNr() + ")" : "");
    }

    private static ApiRefused wrongType(MismatchedInputException mismatch) {
        Class<?> type = mismatch.getTargetType();
        if (type == null) {
            return field(mismatch, "api.invalid.type");
        }
        if (type.isEnum()) {
            return field(mismatch, "api.invalid.choice", ChoiceNames.of(type));
        }
        if (type == UUID.class) {
            return field(mismatch, "api.invalid.id");
        }
        if (type == Instant.class) {
            return field(mismatch, "api.invalid.time");
        }
        if (type == String.class) {
            return field(mismatch, "api.invalid.text");
        }
        if (type == Boolean.class || type == boolean.class) {
            return field(mismatch, "api.invalid.boolean");
        }
        return Number.class.isAssignableFrom(type) || type.isPrimitive() ? field(mismatch, "api.invalid.integer") : field(mismatch, "api.invalid.type");
    }

    private static String known(Collection<Object> ids) {
        return ids.stream().map(Object::toString).sorted().collect(Collectors.joining(", "));
    }

    private static ApiRefused field(JacksonException failure, String code, Object... args) {
        return new ApiRefused(Refusal.INVALID_INPUT, List.of(new FieldProblem(path(failure), code, List.of(args))));
    }

    private static String path(JacksonException failure) {
        return failure.getPath().stream()
                .map(step -> step.getPropertyName() == null ? "[" + step.getIndex() + "]" : step.getPropertyName())
                .collect(Collectors.joining("."));
    }
}
