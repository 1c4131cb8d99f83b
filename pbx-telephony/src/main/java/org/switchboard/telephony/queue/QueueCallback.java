package org.switchboard.telephony.queue;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import java.util.UUID;
import org.switchboard.telephony.input.SettingsGroup;
import org.switchboard.telephony.input.Text;

/**
 * Whether and how callers of a queue can ask to be called back.
 *
 * @param key          the key that asks for it; null when nobody can
 * @param scheduleId   opening hours in which callers are called back; null for any time
 * @param attempts     1 to 10: how often the customer is dialled at most; null means {@value #DEFAULT_ATTEMPTS}
 * @param retrySeconds 30 to 86400: how long after one attempt the next may be; null means {@value #DEFAULT_RETRY_SECONDS}
 */
@SettingsGroup
public record QueueCallback(
        @Pattern(regexp = "[0-9*#]", message = "{invalid.queue.callbackKey}") String key,
        UUID scheduleId,
        @Min(value = 1, message = "{invalid.queue.callbackAttempts}") @Max(value = 10, message = "{invalid.queue.callbackAttempts}") Integer attempts,
        @Min(value = 30, message = "{invalid.queue.callbackRetry}") @Max(value = 86_400, message = "{invalid.queue.callbackRetry}") Integer retrySeconds) {

    /** How often the customer is dialled at most when nobody says otherwise. */
    public static final int DEFAULT_ATTEMPTS = 3;

    /** How long after one attempt the next may be when nobody says otherwise, in seconds. */
    public static final int DEFAULT_RETRY_SECONDS = 600;

    /** Takes blanks off both ends and fills in the defaults. */
    public QueueCallback {
        key = Text.stripped(key);
        attempts = attempts == null ? DEFAULT_ATTEMPTS : attempts;
        retrySeconds = retrySeconds == null ? DEFAULT_RETRY_SECONDS : retrySeconds;
    }

    /** All defaults. */
    public QueueCallback() {
        this(null, null, null, null);
    }
}
