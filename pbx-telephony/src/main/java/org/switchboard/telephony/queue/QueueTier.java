package org.switchboard.telephony.queue;

/**
 * When the agents of a tier are asked besides those before them. Tier 1 is always open; one of which nothing is said opens with
 * the one before.
 *
 * @param tier              2 to 9
 * @param opensAfterSeconds 0 to 3600: once a caller has waited so long
 */
public record QueueTier(Integer tier, Integer opensAfterSeconds) {

    /** The last tier that there can be. */
    public static final int LAST = 9;
}
