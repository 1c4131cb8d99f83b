package org.switchboard.telephony.report;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.switchboard.telephony.input.Text;

/**
 * What an admin wants a mailed report to be.
 *
 * @param name       1 to 60 characters on one line; unique among the company's
 * @param every      how often
 * @param atTime     when on the day after the period, {@code 07:00} by the company's clock; null means {@value #DEFAULT_TIME}
 * @param queueIds   its queues; null for all, those to come as well
 * @param recipients 1 to {@value #MOST_RECIPIENTS} addresses, each once
 * @param language   {@code en} or {@code ko}; null means the company's
 * @param active     whether it is sent; null means true
 */
public record ReportScheduleDraft(
        @NotNull(message = "{invalid.flow.name}") @Size(min = 1, max = 60, message = "{invalid.flow.name}")
        @Pattern(regexp = Text.ONE_LINE, message = "{invalid.name.characters}") String name,
        @NotNull(message = "{invalid.reportSchedule.every}") Every every,
        @Pattern(regexp = "([01][0-9]|2[0-3]):[0-5][0-9]", message = "{invalid.reportSchedule.atTime}") String atTime,
        @Size(min = 1, message = "{invalid.reportSchedule.queues}") List<@NotNull(message = "{invalid.report.queue}") UUID> queueIds,
        @NotNull(message = "{invalid.reportSchedule.recipients}")
        @Size(min = 1, max = MOST_RECIPIENTS, message = "{invalid.reportSchedule.recipients}")
        List<@Size(min = 3, max = 254, message = "{invalid.reportSchedule.recipient}")
            @Pattern(regexp = "[^\\s,;<>\"]+@[^\\s,;<>\"]+", message = "{invalid.reportSchedule.recipient}")
            @Email(message = "{invalid.reportSchedule.recipient}") String> recipients,
        @Pattern(regexp = "en|ko", message = "{invalid.reportSchedule.language}") String language,
        Boolean active) {

    /** Most addresses of one report. */
    public static final int MOST_RECIPIENTS = 20;

    /** When a report is mailed if nobody says otherwise. */
    public static final String DEFAULT_TIME = "07:00";

    /** Takes blanks off both ends, and leaves out what is empty or comes twice. */
    public ReportScheduleDraft {
        name = Text.stripped(name);
        atTime = atTime == null ? DEFAULT_TIME : atTime;
        queueIds = queueIds == null ? null : queueIds.stream().distinct().toList();
        recipients = recipients == null ? null
                : recipients.stream().map(Text::stripped).filter(Objects::nonNull).filter(address -> !address.isEmpty()).distinct().toList();
        active = active == null || active;
    }
}
