package org.switchboard.web.api.problem;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.beans.TypeMismatchException;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.context.support.DefaultMessageSourceResolvable;
import org.springframework.dao.DataAccessResourceFailureException;
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
import org.springframework.web.servlet.NoHandlerFoundException;
import org.springframework.web.servlet.resource.NoResourceFoundException;
import org.switchboard.telephony.input.FieldProblem;
import org.switchboard.telephony.input.InvalidInput;
import org.switchboard.telephony.input.NotFound;
import tools.jackson.core.JacksonException;

/** Says what each exception means to whoever asked the API. What it does not know is the portal's own fault. */
@Component
public final class ExceptionTranslator {

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
            case NotFound missing -> new ApiRefused(Refusal.NOT_FOUND, List.of(), thing(missing.thing()), missing.key());
            case NoResourceFoundException missing -> new ApiRefused(Refusal.NOT_FOUND, List.of(), thing("address"), "/" + missing.getResourcePath());
            case NoHandlerFoundException missing -> new ApiRefused(Refusal.NOT_FOUND, List.of(), thing("address"), missing.getRequestURL());
            case JacksonException unreadable -> JsonProblem.of(unreadable);
            case HttpMessageNotReadableException unreadable when unreadable.getCause() instanceof JacksonException cause -> JsonProblem.of(cause);
            case HttpMessageNotReadableException ignored -> new ApiRefused(Refusal.MALFORMED_BODY, List.of(), "");
            case HandlerMethodValidationException invalid -> new ApiRefused(Refusal.INVALID_PARAMETER, parameters(invalid));
            case MissingServletRequestParameterException missing -> ApiRefused.parameter(missing.getParameterName(), "api.invalid.missing");
            case MethodArgumentTypeMismatchException mismatch -> ApiRefused.parameter(mismatch.getName(), typeCode(mismatch));
            case HttpRequestMethodNotSupportedException wrong -> new ApiRefused(Refusal.METHOD_NOT_ALLOWED, List.of(), wrong.getMethod());
            case HttpMediaTypeNotAcceptableException ignored -> new ApiRefused(Refusal.NOT_ACCEPTABLE, List.of());
            case HttpMediaTypeNotSupportedException ignored -> new ApiRefused(Refusal.UNSUPPORTED_MEDIA_TYPE, List.of());
            case CannotCreateTransactionException away -> new ApiRefused(away, Refusal.UNAVAILABLE, List.of());
            case DataAccessResourceFailureException away -> new ApiRefused(away, Refusal.UNAVAILABLE, List.of());
            case QueryTimeoutException slow -> new ApiRefused(slow, Refusal.UNAVAILABLE, List.of());
            case TransientDataAccessException passing -> new ApiRefused(passing, Refusal.UNAVAILABLE, List.of());
            default -> new ApiRefused(failure, Refusal.INTERNAL, List.of());
        };
    }

    private static ApiRefused invalid(InvalidInput invalid) {
        boolean isTaken = invalid.problems().stream().allMatch(problem -> problem.code().startsWith("taken."));
        return new ApiRefused(isTaken ? Refusal.CONFLICT : Refusal.INVALID_INPUT, invalid.problems());
    }

    // The messages of constraints on parameters are keys in braces, as on the drafts; their numbers are the sentence's arguments.
    private static List<FieldProblem> parameters(HandlerMethodValidationException invalid) {
        return invalid.getParameterValidationResults().stream()
                .flatMap(parameter -> parameter.getResolvableErrors().stream().map(error -> parameter(parameter, error)))
                .toList();
    }

    private static FieldProblem parameter(ParameterValidationResult parameter, MessageSourceResolvable error) {
        String message = error.getDefaultMessage() == null ? "" : error.getDefaultMessage();
        boolean isKey = message.startsWith("{") && message.endsWith("}");
        return new FieldProblem(parameter.getMethodParameter().getParameterName(),
                isKey ? message.substring(1, message.length() - 1) : "api.invalid.type");
    }

    // Resolved in the reader's language when the sentence around it is.
    private static MessageSourceResolvable thing(String word) {
        return new DefaultMessageSourceResolvable("api.thing." + word);
    }

    private static String typeCode(TypeMismatchException mismatch) {
        Class<?> type = mismatch.getRequiredType();
        if (type == UUID.class) {
            return "api.invalid.id";
        }
        if (type == Instant.class) {
            return "api.invalid.time";
        }
        return type != null && (type == int.class || Number.class.isAssignableFrom(type)) ? "api.invalid.integer" : "api.invalid.type";
    }
}
