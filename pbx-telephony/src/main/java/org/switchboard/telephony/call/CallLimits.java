package org.switchboard.telephony.call;

/**
 * How many calls may be in hand at once. Whoever comes above a limit gets 503.
 *
 * @param perTenant most calls of one company
 * @param total     most calls of all
 */
public record CallLimits(int perTenant, int total) {

    /** Enough for a large company and for one machine. */
    public static final CallLimits USUAL = new CallLimits(500, 2000);

    /** Checks that a call is possible at all. */
    public CallLimits {
        if (perTenant < 1 || total < 1) {
            throw new IllegalArgumentException("limits must be at least 1");
        }
    }
}
