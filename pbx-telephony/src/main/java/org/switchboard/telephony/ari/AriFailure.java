package org.switchboard.telephony.ari;

/** The ways a request to Asterisk can fail that callers tell apart. */
public enum AriFailure {
    /** 404: the channel, bridge or other thing does not exist (any more). */
    NOT_FOUND,
    /** 409 and 412: the channel is not in our application now, or not in a state for this. */
    CONFLICT,
    /** 422: Asterisk understood the request and cannot do it. */
    UNPROCESSABLE,
    /** 500 to 599: Asterisk is starting, stopping or out of resources. */
    UNAVAILABLE,
    /** No reply: connection refused, cut or too slow. */
    UNREACHABLE,
    /** Any other refusal, such as a wrong password or parameter; a defect of configuration or of ours. */
    REFUSED;

    /**
     * Sorts an HTTP status.
     *
     * @param status a status code of 300 or more
     * @return the failure it stands for
     */
    static AriFailure ofStatus(int status) {
        return switch (status) {
            case 404 -> NOT_FOUND;
            case 409, 412 -> CONFLICT;
            case 422 -> UNPROCESSABLE;
            default -> status >= 500 ? UNAVAILABLE : REFUSED;
        };
    }
}
