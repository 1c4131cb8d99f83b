package org.switchboard.telephony.queue;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;

/**
 * When the agents of a tier are asked besides those before them. Tier 1 is always open; one of which nothing is said opens with
 * the one before.
 *
 * @param tier              2 to 9
 * @param opensAfterSeconds 0 to 3600: once a caller has waited so long
 */
public record QueueTier(
        @NotNull(message = "{invalid.queue.laterTier}") @Min(value = 2, message = "{invalid.queue.laterTier}")
        @Max(value = QueueTier.LAST, message = "{invalid.queue.laterTier}") Integer tier,
        @NotNull(message = "{invalid.queue.opensAfter}") @Min(value = 0, message = "{invalid.queue.opensAfter}")
        @Max(value = 3600, message = "{invalid.queue.opensAfter}") Integer opensAfterSeconds) {

    /** The last tier that there can be. */
    public static final int LAST = 9;
}
