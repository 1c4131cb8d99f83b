package org.switchboard.telephony.report;

import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;

/**
 * A report that is mailed again and again.
 *
 * @param id         its id
 * @param tenantId   the company
 * @param name       what people of the company call it
 * @param every      how often
 * @param atTime     when on the day after the period, by the company's clock
 * @param queues     which queues; null for all, those to come as well; empty when the ones it had are all deleted
 * @param recipients who gets it
 * @param language   in which language: {@code en} or {@code ko}
 * @param active     whether it is sent
 * @param createdAt  when it was made
 * @param last       what became of the last mail; null when there was none yet
 */
public record ReportSchedule(UUID id, UUID tenantId, String name, Every every, LocalTime atTime, List<UUID> queues, List<String> recipients,
                             String language, boolean active, Instant createdAt, ReportDelivery last) {

    /** Copies the lists. */
    public ReportSchedule {
        queues = queues == null ? null : List.copyOf(queues);
        recipients = List.copyOf(recipients);
    }

    /**
     * The same as it can be edited.
     *
     * @return a draft with today's values
     */
    public ReportScheduleDraft draft() {
        return new ReportScheduleDraft(name, every, atTime.toString(), queues, recipients, language, active);
    }
}
