package org.switchboard.web.api.v1;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.switchboard.telephony.report.Every;
import org.switchboard.telephony.report.ReportDelivery;
import org.switchboard.telephony.report.ReportSchedule;

/**
 * A mailed report as the API shows it.
 *
 * @param id         its id
 * @param name       what people of the company call it
 * @param every      how often
 * @param atTime     when on the day after the period, by the company's clock
 * @param queueIds   its queues; null for all
 * @param recipients who gets it
 * @param language   in which language
 * @param active     whether it is sent
 * @param createdAt  when it was made
 * @param last       what became of the last mail; null when there was none yet
 */
@Schema(name = "ReportSchedule")
record ReportScheduleReply(UUID id, String name, Every every, String atTime, @Schema(nullable = true) List<UUID> queueIds, List<String> recipients,
                           String language, boolean active, Instant createdAt, @Schema(nullable = true) Delivery last) {

    /**
     * What became of the mails about one period.
     *
     * @param from    first day of the period
     * @param state   {@code sent}, {@code pending} or {@code failed}
     * @param sentAt  when the last one was sent; null when none was
     * @param problem what the mail server said; null when nothing is wrong
     */
    @Schema(name = "ReportDelivery")
    record Delivery(LocalDate from, String state, @Schema(nullable = true) Instant sentAt, @Schema(nullable = true) String problem) {

        static Delivery of(ReportDelivery last) {
            return last == null ? null : new Delivery(last.fromDay(), last.state(), last.sentAt(), last.problem());
        }
    }

    static ReportScheduleReply of(ReportSchedule schedule) {
        return new ReportScheduleReply(schedule.id(), schedule.name(), schedule.every(), schedule.atTime().toString(), schedule.queues(),
                schedule.recipients(), schedule.language(), schedule.active(), schedule.createdAt(), Delivery.of(schedule.last()));
    }
}
