package org.switchboard.telephony.call;

/**
 * Thrown out of a call's blocking methods when our part in the call is over. It is how a step's straight-line code ends
 * early; steps do not catch it.
 */
public final class CallEnded extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final EndReason reason;

    CallEnded(EndReason reason) {
        super(reason.key(), null, false, false);
        this.reason = reason;
    }

    CallEnded(EndReason reason, Throwable cause) {
        super(reason.key(), cause);
        this.reason = reason;
    }

    /**
     * Why it ended.
     *
     * @return never null
     */
    public EndReason reason() {
        return reason;
    }
}
