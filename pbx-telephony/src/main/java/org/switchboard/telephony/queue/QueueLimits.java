package org.switchboard.telephony.queue;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.switchboard.telephony.input.SettingsGroup;

/**
 * Who may wait in a queue, and how long.
 *
 * @param maxLength      1 to 1000: who comes when so many wait is sent away; null for no bound
 * @param maxWaitSeconds 10 to 86400: who has waited so long is sent away; null for no bound
 * @param joinWhen       which agents there must be for somebody to come in; null means {@link Staffing#SIGNED_IN}
 * @param stayWhen       which agents there must be for somebody to stay; null means {@link Staffing#ALWAYS}
 */
@SettingsGroup
public record QueueLimits(
        @Min(value = 1, message = "{invalid.queue.maxLength}") @Max(value = 1000, message = "{invalid.queue.maxLength}") Integer maxLength,
        @Min(value = 10, message = "{invalid.queue.maxWaitSeconds}") @Max(value = 86_400, message = "{invalid.queue.maxWaitSeconds}") Integer maxWaitSeconds,
        Staffing joinWhen,
        Staffing stayWhen) {

    /** Fills in the defaults. */
    public QueueLimits {
        joinWhen = joinWhen == null ? Staffing.SIGNED_IN : joinWhen;
        stayWhen = stayWhen == null ? Staffing.ALWAYS : stayWhen;
    }

    /** All defaults. */
    public QueueLimits() {
        this(null, null, null, null);
    }
}
