package org.switchboard.telephony.ari;

/** A request to Asterisk failed. */
public final class AriException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final AriFailure failure;

    /**
     * A failure that Asterisk itself reported.
     *
     * @param failure which kind
     * @param message what was asked and what came back
     */
    public AriException(AriFailure failure, String message) {
        super(message);
        this.failure = failure;
    }

    /**
     * A failure to reach Asterisk.
     *
     * @param message what was asked
     * @param cause   what went wrong on the way
     */
    public AriException(String message, Throwable cause) {
        super(message, cause);
        this.failure = AriFailure.UNREACHABLE;
    }

    /**
     * Which kind of failure this is.
     *
     * @return never null
     */
    public AriFailure failure() {
        return failure;
    }

    /**
     * Whether the failure means that our application no longer has the channel: it hung up or went elsewhere.
     *
     * @return true for 404, 409 and 412
     */
    public boolean channelLeft() {
        return failure == AriFailure.NOT_FOUND || failure == AriFailure.CONFLICT;
    }
}
