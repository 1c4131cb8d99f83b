package org.switchboard.telephony.queue;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.switchboard.telephony.input.SettingsGroup;

/**
 * How well a queue means to serve.
 *
 * @param seconds 1 to 3600: answered within so many seconds counts as good service; null means {@value #DEFAULT_SECONDS}
 * @param percent 1 to 100: so many percent of the calls should have it; null means {@value #DEFAULT_PERCENT}
 */
@SettingsGroup
public record ServiceGoal(
        @Min(value = 1, message = "{invalid.queue.serviceSeconds}") @Max(value = 3600, message = "{invalid.queue.serviceSeconds}") Integer seconds,
        @Min(value = 1, message = "{invalid.queue.servicePercent}") @Max(value = 100, message = "{invalid.queue.servicePercent}") Integer percent) {

    /** Within how many seconds a call should be answered when nobody says otherwise. */
    public static final int DEFAULT_SECONDS = 20;

    /** How many percent of the calls should be when nobody says otherwise. */
    public static final int DEFAULT_PERCENT = 80;

    /** Fills in the defaults. */
    public ServiceGoal {
        seconds = seconds == null ? DEFAULT_SECONDS : seconds;
        percent = percent == null ? DEFAULT_PERCENT : percent;
    }

    /** All defaults. */
    public ServiceGoal() {
        this(null, null);
    }
}
