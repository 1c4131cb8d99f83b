package org.switchboard.web.api.problem;

import jakarta.validation.ConstraintViolation;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.context.support.DefaultMessageSourceResolvable;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.validation.method.ParameterValidationResult;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.NoHandlerFoundException;
import org.springframework.web.servlet.resource.NoResourceFoundException;
import org.switchboard.telephony.assertion.AssertionsBroken;
import org.switchboard.telephony.input.FieldProblem;
import org.switchboard.telephony.input.InvalidInput;
import org.switchboard.telephony.input.NotFound;
import org.switchboard.telephony.prompt.SoundConverter;
import tools.jackson.core.JacksonException;

/** Says what each exception means to whoever asked the API. What it does not know is the portal's own fault. */
@Component
public final class ExceptionTranslator {

    // The one value of a query that the domain reads itself.
    private static final String CURSOR = "cursor";

    /**
     * Translates an exception.
     *
     * @param failure what was thrown while a request was answered
     * @return how to refuse the request
     */
    public ApiRefused translate(Exception failure) {
        return switch (failure) {
            case ApiRefused refused -> refused;
            case InvalidInput invalid -> invalid(invalid);
            case AssertionsBroken broken -> new ApiRefused(broken, Refusal.ASSERTIONS_BROKEN, List.of());
            case NotFound missing -> new ApiRefused(Refusal.NOT_FOUND, List.of(), thing(missing.thing()), missing.key());
            case NoResourceFoundException missing -> new ApiRefused(Refusal.NOT_FOUND, List.of(), thing("address"), "/" + missing.getResourcePath());
            case NoHandlerFoundException missing -> new ApiRefused(Refusal.NOT_FOUND, List.of(), thing("address"), missing.getRequestURL());
            case JacksonException unreadable -> JsonProblem.of(unreadable);
            case HttpMessageNotReadableException unreadable when unreadable.getCause() instanceof JacksonException cause -> JsonProblem.of(cause);
            case HttpMessageNotReadableException ignored -> new ApiRefused(Refusal.MALFORMED_BODY, List.of(), "");
            case HandlerMethodValidationException invalid -> new ApiRefused(Refusal.INVALID_PARAMETER, parameters(invalid));
            case MissingServletRequestParameterException missing -> ApiRefused.parameter(missing.getParameterName(), "api.invalid.missing");
            case MethodArgumentTypeMismatchException mismatch -> wrongType(mismatch.getName(), mismatch.getRequiredType());
            case MaxUploadSizeExceededException large -> new ApiRefused(large, Refusal.TOO_LARGE, List.of(), SoundConverter.MOST_BYTES);
            case MultipartException unreadable -> new ApiRefused(unreadable, Refusal.MALFORMED_BODY, List.of(), "");
            case HttpRequestMethodNotSupportedException wrong -> new ApiRefused(Refusal.METHOD_NOT_ALLOWED, List.of(), wrong.getMethod());
            case HttpMediaTypeNotAcceptableException ignored -> new ApiRefused(Refusal.NOT_ACCEPTABLE, List.of());
            case HttpMediaTypeNotSupportedException ignored -> new ApiRefused(Refusal.UNSUPPORTED_MEDIA_TYPE, List.of());
            case CannotCreateTransactionException away -> new ApiRefused(away, Refusal.UNAVAILABLE, List.of());
            case DataAccessResourceFailureException away -> new ApiRefused(away, Refusal.UNAVAILABLE, List.of());
            case QueryTimeoutException slow -> new ApiRefused(slow, Refusal.UNAVAILABLE, List.of());
            case DataIntegrityViolationException violation when isDataException(violation) ->
                new ApiRefused(violation, Refusal.INVALID_INPUT, List.of());
            case TransientDataAccessException passing -> new ApiRefused(passing, Refusal.UNAVAILABLE, List.of());
            default -> new ApiRefused(failure, Refusal.INTERNAL, List.of());
        };
    }

    // SQLSTATE class 22, "data exception": a value that PostgreSQL cannot hold, such as text with U+0000 or a time after year 294276.
    private static boolean isDataException(DataIntegrityViolationException violation) {
        return violation.getMostSpecificCause() instanceof SQLException cause && cause.getSQLState() != null && cause.getSQLState().startsWith("22");
    }

    private static ApiRefused invalid(InvalidInput invalid) {
        if (invalid.problems().stream().allMatch(problem -> problem.field().equals(CURSOR))) {
            return new ApiRefused(Refusal.INVALID_PARAMETER, invalid.problems());
        }
        boolean isTaken = invalid.problems().stream().allMatch(problem -> problem.code().startsWith("taken."));
        return new ApiRefused(isTaken ? Refusal.CONFLICT : Refusal.INVALID_INPUT, invalid.problems());
    }

    // The messages of constraints on parameters are keys in braces, as on the drafts.
    private static List<FieldProblem> parameters(HandlerMethodValidationException invalid) {
        return invalid.getParameterValidationResults().stream()
                .flatMap(parameter -> parameter.getResolvableErrors().stream().map(error -> parameter(parameter, error)))
                .toList();
    }

    private static FieldProblem parameter(ParameterValidationResult parameter, MessageSourceResolvable error) {
        String template = parameter.unwrap(error, ConstraintViolation.class).getMessageTemplate();
        return new FieldProblem(parameter.getMethodParameter().getParameterName(), template.substring(1, template.length() - 1));
    }

    // Resolved in the reader's language when the sentence around it is.
    private static MessageSourceResolvable thing(String word) {
        return new DefaultMessageSourceResolvable("api.thing." + word);
    }

    private static ApiRefused wrongType(String name, Class<?> type) {
        if (type == UUID.class) {
            return ApiRefused.parameter(name, "api.invalid.id");
        }
        if (type == Instant.class) {
            return ApiRefused.parameter(name, "api.invalid.time");
        }
        if (type != null && type.isEnum()) {
            return ApiRefused.parameter(name, "api.invalid.choice", ChoiceNames.of(type));
        }
        return ApiRefused.parameter(name, type == int.class ? "api.invalid.integer" : "api.invalid.type");
    }
}
