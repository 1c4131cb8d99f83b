package org.switchboard.web.api.v1;

import static org.switchboard.web.security.Role.ADMIN;
import static org.switchboard.web.security.Role.SUPERVISOR;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Pattern;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.switchboard.telephony.figures.Grain;
import org.switchboard.telephony.report.ReportQuestion;
import org.switchboard.telephony.report.ReportService;
import org.switchboard.web.api.AllowedTo;

/** {@code /reports}: how callers were served, and what agents did. */
@RestController
@RequestMapping(path = "/api/v1/reports", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Reports", description = "How callers were served, and what agents did. Days and hours go by the company's clock; durations are in seconds, shares from 0 to 1.")
final class ReportApi {

    private static final String BY = "hour|day";

    private final ReportService reports;

    ReportApi(ReportService reports) {
        this.reports = reports;
    }

    @GetMapping("/queues")
    @AllowedTo({ADMIN, SUPERVISOR})
    @Operation(operationId = "reportQueues", summary = "Count the calls of queues in a period",
            description = """
                    `from` is the first day and `to` the last; without them it is today. `queue` can be given several times. `items` are the queues, \
                    `times` the hours or days of all of them together.""")
    QueueReportReply queues(
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate from,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate to,
            @RequestParam(defaultValue = "day") @Pattern(regexp = BY, message = "{invalid.report.by}") String by,
            @RequestParam(required = false) List<UUID> queue) {
        return QueueReportReply.of(reports.make(question(from, to, by, queue, null)));
    }

    @GetMapping("/agents")
    @AllowedTo({ADMIN, SUPERVISOR})
    @Operation(operationId = "reportAgents", summary = "Count the calls and the times of agents in a period",
            description = """
                    `from` is the first day and `to` the last; without them it is today. `queue` can be given several times: then calls of these \
                    queues count, and agents who serve one of them; times are always of all queues. `times` are the hours or days of these agents together.""")
    AgentReportReply agents(
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate from,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate to,
            @RequestParam(defaultValue = "day") @Pattern(regexp = BY, message = "{invalid.report.by}") String by,
            @RequestParam(required = false) List<UUID> queue,
            @RequestParam(required = false) UUID agent) {
        return AgentReportReply.of(reports.make(question(from, to, by, queue, agent)));
    }

    private ReportQuestion question(LocalDate from, LocalDate to, String by, List<UUID> queues, UUID agent) {
        LocalDate first = from == null ? reports.today() : from;
        return new ReportQuestion(first, to == null ? first : to, Grain.valueOf(by.toUpperCase(Locale.ROOT)),
                queues == null || queues.isEmpty() ? null : Set.copyOf(queues), agent);
    }
}
