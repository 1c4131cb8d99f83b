package org.switchboard.web.api.problem;

import java.net.URI;
import java.util.Locale;
import org.springframework.http.HttpStatus;

/**
 * Every way in which the API refuses. 400 is for what cannot be read (JSON, the query, a header), 422 for JSON that was read
 * and has a field that cannot be accepted, 409 for a value that somebody else has.
 */
public enum Refusal {

    /** The body is not JSON. */
    MALFORMED_BODY(HttpStatus.BAD_REQUEST),
    /** A parameter of the query, of the path, or a header is wrong. */
    INVALID_PARAMETER(HttpStatus.BAD_REQUEST),
    /** The address itself is not one that the portal reads. */
    ODD_ADDRESS(HttpStatus.BAD_REQUEST),
    /** No token where one is needed. */
    NO_TOKEN(HttpStatus.UNAUTHORIZED),
    /** A token that does not exist, or no longer. */
    WRONG_TOKEN(HttpStatus.UNAUTHORIZED),
    /** The token's role does not allow this. */
    FORBIDDEN(HttpStatus.FORBIDDEN),
    /** There is no such thing, or it is another company's. */
    NOT_FOUND(HttpStatus.NOT_FOUND),
    /** The address exists, with other methods. */
    METHOD_NOT_ALLOWED(HttpStatus.METHOD_NOT_ALLOWED),
    /** The reply cannot be made in a format that was asked for. */
    NOT_ACCEPTABLE(HttpStatus.NOT_ACCEPTABLE),
    /** A value that must be unique is taken. */
    CONFLICT(HttpStatus.CONFLICT),
    /** The change would break routing assertions that hold. */
    ASSERTIONS_BROKEN(HttpStatus.CONFLICT),
    /** The first request with this Idempotency-Key has not been answered yet. */
    STILL_RUNNING(HttpStatus.CONFLICT),
    /** The body is larger than the API reads. */
    TOO_LARGE(HttpStatus.CONTENT_TOO_LARGE),
    /** The body is in another format than JSON. */
    UNSUPPORTED_MEDIA_TYPE(HttpStatus.UNSUPPORTED_MEDIA_TYPE),
    /** A field of the body cannot be accepted. */
    INVALID_INPUT(HttpStatus.UNPROCESSABLE_CONTENT),
    /** The Idempotency-Key was used with another request. */
    KEY_REUSED(HttpStatus.UNPROCESSABLE_CONTENT),
    /** Too many wrong tokens from this address. */
    TOO_MANY_REQUESTS(HttpStatus.TOO_MANY_REQUESTS),
    /** The token has as many streams open as it can have. */
    TOO_MANY_STREAMS(HttpStatus.TOO_MANY_REQUESTS),
    /** The portal's own fault. */
    INTERNAL(HttpStatus.INTERNAL_SERVER_ERROR),
    /** The database or the engine cannot be reached now. */
    UNAVAILABLE(HttpStatus.SERVICE_UNAVAILABLE);

    private final HttpStatus status;

    Refusal(HttpStatus status) {
        this.status = status;
    }

    /**
     * The HTTP status it is answered with.
     *
     * @return a status of 400 or more
     */
    public HttpStatus status() {
        return status;
    }

    URI type() {
        return URI.create("urn:switchboard:problem:" + word());
    }

    String titleKey() {
        return "api.problem." + word() + ".title";
    }

    String detailKey() {
        return "api.problem." + word() + ".detail";
    }

    private String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
