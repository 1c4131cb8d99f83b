package org.switchboard.telephony.report;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import org.switchboard.telephony.board.BoardQueue;
import org.switchboard.telephony.board.BoardService;
import org.switchboard.telephony.board.BoardSettings;
import org.switchboard.telephony.figures.FigureRules;
import org.switchboard.telephony.figures.QueueFigures;
import org.switchboard.telephony.input.InvalidInput;
import org.switchboard.telephony.queuelog.QueueEventRepository;
import org.switchboard.telephony.queuelog.RecordedEvent;
import org.switchboard.telephony.tenant.TenantScope;
import org.switchboard.telephony.tenant.TenantService;

/** Makes reports of the tenant in whose scope it runs. */
@Service
public final class ReportService {

    private final QueueEventRepository events;
    private final BoardService board;
    private final TenantService tenants;
    private final TransactionTemplate reading;
    private final Clock clock;

    /**
     * Wires the service.
     *
     * @param events      what happened
     * @param board       names and targets of queues and agents
     * @param tenants     the company's clock
     * @param transaction the portal's transactions
     * @param clock       the time
     */
    public ReportService(QueueEventRepository events, BoardService board, TenantService tenants, TransactionTemplate transaction, Clock clock) {
        this.events = events;
        this.board = board;
        this.tenants = tenants;
        this.reading = new TransactionTemplate(transaction.getTransactionManager());
        this.reading.setReadOnly(true);
        this.clock = clock;
    }

    /**
     * The company's day.
     *
     * @return today by its clock
     */
    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), zone());
    }

    private ZoneId zone() {
        return ZoneId.of(tenants.current().timeZone());
    }

    /**
     * Counts a period.
     *
     * @param question which, and of whom
     * @return the report
     * @throws InvalidInput when one of the queues, or the agent, does not exist
     */
    public Report make(ReportQuestion question) {
        ZoneId zone = zone();
        BoardSettings settings = board.settings();
        known(question, settings);
        Instant begin = question.from().atStartOfDay(zone).toInstant();
        Instant end = question.to().plusDays(1).atStartOfDay(zone).toInstant();
        Instant now = clock.instant();
        FigureRules rules = FigureRules.of(zone, settings.queues().stream()
                .collect(Collectors.toMap(BoardQueue::id, queue -> Duration.ofSeconds(queue.targetSeconds()))));
        ReportMaker maker = new ReportMaker(question, settings, new QueueFigures(rules, question.grain(), begin, end), zone, begin, end,
                now.isBefore(end) ? now : end);
        read(begin, end, maker);
        return maker.report();
    }

    private void read(Instant begin, Instant end, ReportMaker maker) {
        UUID tenantId = TenantScope.current().requireTenantId();
        reading.executeWithoutResult(status -> {
            events.lastBefore(tenantId, begin).forEach(maker::take);
            try (Stream<RecordedEvent> all = events.between(tenantId, begin, end)) {
                all.forEach(maker::take);
            }
        });
    }

    private static void known(ReportQuestion question, BoardSettings settings) {
        Set<UUID> queues = settings.queues().stream().map(BoardQueue::id).collect(Collectors.toSet());
        if (question.queues() != null && !queues.containsAll(question.queues())) {
            throw new InvalidInput("queue", "invalid.report.queue");
        }
        if (question.agentId() != null && settings.agent(question.agentId()).isEmpty()) {
            throw new InvalidInput("agent", "invalid.report.agent");
        }
    }
}
