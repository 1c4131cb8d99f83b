package org.switchboard.web.api.v1;

import static org.switchboard.web.security.Role.ADMIN;
import static org.switchboard.web.security.Role.SUPERVISOR;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.switchboard.telephony.agent.AgentService;
import org.switchboard.telephony.figures.Grain;
import org.switchboard.telephony.input.InvalidInput;
import org.switchboard.telephony.input.NotFound;
import org.switchboard.telephony.queue.QueueService;
import org.switchboard.telephony.report.ReportQuestion;
import org.switchboard.telephony.report.ReportService;
import org.switchboard.web.api.AllowedTo;

/** {@code /reports}: how callers were served, and what agents did. */
@RestController
@RequestMapping(path = "/api/v1/reports", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Reports", description = "How callers were served, and what agents did. Days and hours go by the company's clock; durations are in seconds, shares from 0 to 1.")
final class ReportApi {

    private static final String QUEUE = "{invalid.report.queue}";
    private static final String NUMBER = "[1-9][0-9]{1,5}";
    private static final int MAX_NAME = 60;

    private final ReportService reports;
    private final QueueService queues;
    private final AgentService agents;

    ReportApi(ReportService reports, QueueService queues, AgentService agents) {
        this.reports = reports;
        this.queues = queues;
        this.agents = agents;
    }

    @GetMapping("/queues")
    @AllowedTo({ADMIN, SUPERVISOR})
    @Operation(operationId = "reportQueues", summary = "Count the calls of queues in a period",
            description = """
                    `from` is the first day and `to` the last; without them it is today. `queue` is the name, number or id of one; without it they are all. `items` are the queues, \
                    `times` the hours or days of all of them together.""")
    QueueReportReply queues(
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate from,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate to,
            @RequestParam(defaultValue = "day") Grain by,
            @RequestParam(required = false) @Parameter(schema = @Schema(type = "string", minLength = 1, maxLength = MAX_NAME, example = "Support"))
            @Size(min = 1, max = MAX_NAME, message = QUEUE) String queue) {
        return QueueReportReply.of(reports.make(question(from, to, by, queue, null)));
    }

    @GetMapping("/agents")
    @AllowedTo({ADMIN, SUPERVISOR})
    @Operation(operationId = "reportAgents", summary = "Count the calls and the times of agents in a period",
            description = """
                    `from` is the first day and `to` the last; without them it is today. `queue` is the name, number or id of one: \
                    then its calls count, and agents who serve it; times are always of all queues. `agent` is the number of one. `times` are the hours or days of these agents together.""")
    AgentReportReply agents(
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate from,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate to,
            @RequestParam(defaultValue = "day") Grain by,
            @RequestParam(required = false) @Parameter(schema = @Schema(type = "string", minLength = 1, maxLength = MAX_NAME, example = "Support"))
            @Size(min = 1, max = MAX_NAME, message = QUEUE) String queue,
            @RequestParam(required = false) @Parameter(schema = @Schema(type = "string", pattern = NUMBER, example = "101"))
            @Pattern(regexp = NUMBER, message = "{invalid.report.agent}") String agent) {
        return AgentReportReply.of(reports.make(question(from, to, by, queue, agent)));
    }

    private ReportQuestion question(LocalDate from, LocalDate to, Grain by, String queue, String agent) {
        LocalDate first = from != null ? from : to != null ? to : reports.today();
        return new ReportQuestion(first, to == null ? first : to, by, queue == null ? null : Set.of(queueId(queue)), agent == null ? null : agentId(agent));
    }

    private UUID queueId(String which) {
        try {
            return queues.named(which).id();
        } catch (NotFound unknown) {
            throw new InvalidInput("queue", "invalid.report.queue");
        }
    }

    private UUID agentId(String number) {
        try {
            return agents.find(number).id();
        } catch (NotFound unknown) {
            throw new InvalidInput("agent", "invalid.report.agent");
        }
    }
}
