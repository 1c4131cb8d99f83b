package org.switchboard.telephony.queue;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.List;
import java.util.Objects;
import org.switchboard.telephony.input.SettingsGroup;
import org.switchboard.telephony.input.Text;

/**
 * When a queue calls for attention, on the wallboard and by e-mail.
 *
 * @param waiting     1 to 1000: as soon as so many wait; null for never
 * @param waitSeconds 1 to 86400: as soon as somebody has waited so long; null for never
 * @param abandoned   whether it does for each caller who gives up; null means no
 * @param emails      who is written to, at most {@value #MAX_EMAILS}; null means nobody
 */
@SettingsGroup
public record QueueAlerts(
        @Min(value = 1, message = "{invalid.queue.alertWaiting}") @Max(value = 1000, message = "{invalid.queue.alertWaiting}") Integer waiting,
        @Min(value = 1, message = "{invalid.queue.alertWait}") @Max(value = 86_400, message = "{invalid.queue.alertWait}") Integer waitSeconds,
        Boolean abandoned,
        List<String> emails) {

    /** Most addresses that one queue writes to. */
    public static final int MAX_EMAILS = 20;

    /** Takes blanks off, leaves empty addresses out, and fills in the defaults. */
    public QueueAlerts {
        abandoned = Boolean.TRUE.equals(abandoned);
        emails = emails == null ? List.of()
                : emails.stream().map(Text::stripped).filter(Objects::nonNull).filter(email -> !email.isEmpty()).distinct().toList();
    }

    /** All defaults. */
    public QueueAlerts() {
        this(null, null, null, null);
    }
}
