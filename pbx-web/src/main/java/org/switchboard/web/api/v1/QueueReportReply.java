package org.switchboard.web.api.v1;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.switchboard.telephony.report.Report;

/**
 * The calls of queues in a period, as the API shows them.
 *
 * @param from     first day
 * @param to       last day
 * @param timeZone the company's
 * @param until    up to which moment is counted
 * @param total    all calls together
 * @param items    each queue
 * @param times    each hour or day
 */
@Schema(name = "QueueReport")
record QueueReportReply(LocalDate from, LocalDate to, String timeZone, Instant until, CallFiguresReply total, List<OfQueue> items, List<OfTime> times) {

    /**
     * A queue.
     *
     * @param id            its id
     * @param name          its name, the last one that is known of a deleted one; null when none is
     * @param deleted       whether it is gone
     * @param targetSeconds how soon its calls are to be answered
     * @param targetPercent how many percent of them should be
     * @param calls         its calls
     */
    @Schema(name = "QueueReportItem")
    record OfQueue(UUID id, @Schema(nullable = true) String name, boolean deleted, int targetSeconds, int targetPercent, CallFiguresReply calls) {
    }

    /**
     * An hour or a day.
     *
     * @param begin its first moment
     * @param calls the calls in it
     */
    @Schema(name = "QueueReportTime")
    record OfTime(Instant begin, CallFiguresReply calls) {
    }

    static QueueReportReply of(Report report) {
        return new QueueReportReply(report.question().from(), report.question().to(), report.zone().getId(), report.until(),
                CallFiguresReply.of(report.total()),
                report.queues().stream().map(queue -> new OfQueue(queue.id(), queue.name(), queue.deleted(), queue.targetSeconds(),
                        queue.targetPercent(), CallFiguresReply.of(queue.calls()))).toList(),
                report.times().stream().map(time -> new OfTime(time.begin(), CallFiguresReply.of(time.calls()))).toList());
    }
}
