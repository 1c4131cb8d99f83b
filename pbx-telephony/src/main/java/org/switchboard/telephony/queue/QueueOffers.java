package org.switchboard.telephony.queue;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.switchboard.telephony.input.SettingsGroup;

/**
 * How a queue offers its callers to agents.
 *
 * @param strategy        who is asked; null means {@link QueueStrategy#LONGEST_IDLE}
 * @param ringSeconds     5 to 120: how long an agent's phone rings; null means {@value #DEFAULT_RING_SECONDS}
 * @param wrapUpSeconds   0 to 3600: an agent's time to finish off after a talk; null means none
 * @param missedOffers    0 to 10: an agent who let so many offers in a row ring out, or declined them, is set aside; 0 for never; null means 1
 * @param setAsideSeconds 5 to 86400: for how long; null means {@value #DEFAULT_SET_ASIDE_SECONDS}
 */
@SettingsGroup
public record QueueOffers(
        QueueStrategy strategy,
        @Min(value = 5, message = "{invalid.queue.ringSeconds}") @Max(value = 120, message = "{invalid.queue.ringSeconds}") Integer ringSeconds,
        @Min(value = 0, message = "{invalid.queue.wrapUpSeconds}") @Max(value = 3600, message = "{invalid.queue.wrapUpSeconds}") Integer wrapUpSeconds,
        @Min(value = 0, message = "{invalid.queue.missedOffers}") @Max(value = 10, message = "{invalid.queue.missedOffers}") Integer missedOffers,
        @Min(value = 5, message = "{invalid.queue.setAsideSeconds}") @Max(value = 86_400, message = "{invalid.queue.setAsideSeconds}") Integer setAsideSeconds) {

    /** How long an agent's phone rings when nobody says otherwise, in seconds. */
    public static final int DEFAULT_RING_SECONDS = 20;

    /** How long an agent is set aside when nobody says otherwise, in seconds. */
    public static final int DEFAULT_SET_ASIDE_SECONDS = 60;

    /** Fills in the defaults. */
    public QueueOffers {
        strategy = strategy == null ? QueueStrategy.LONGEST_IDLE : strategy;
        ringSeconds = ringSeconds == null ? DEFAULT_RING_SECONDS : ringSeconds;
        wrapUpSeconds = wrapUpSeconds == null ? 0 : wrapUpSeconds;
        missedOffers = missedOffers == null ? 1 : missedOffers;
        setAsideSeconds = setAsideSeconds == null ? DEFAULT_SET_ASIDE_SECONDS : setAsideSeconds;
    }

    /** All defaults. */
    public QueueOffers() {
        this(null, null, null, null, null);
    }
}
