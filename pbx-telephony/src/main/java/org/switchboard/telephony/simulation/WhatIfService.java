package org.switchboard.telephony.simulation;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import org.switchboard.telephony.input.FieldProblem;
import org.switchboard.telephony.input.InputChecker;
import org.switchboard.telephony.input.InvalidInput;
import org.switchboard.telephony.input.NotFound;
import org.switchboard.telephony.plan.PlanRepository;
import org.switchboard.telephony.plan.TenantPlan;
import org.switchboard.telephony.queuelog.QueueEvent;
import org.switchboard.telephony.queuelog.QueueEventRepository;
import org.switchboard.telephony.queuelog.RecordedEvent;
import org.switchboard.telephony.tenant.TenantScope;
import org.switchboard.telephony.tenant.TenantService;

/** Plays days of the tenant in whose scope it runs, as they would have been. */
@Service
public final class WhatIfService {

    private final QueueEventRepository events;
    private final PlanRepository plans;
    private final TenantService tenants;
    private final InputChecker checker;
    private final TransactionTemplate reading;
    private final Clock clock;

    /**
     * Wires the service.
     *
     * @param jdbc        the portal's database role
     * @param tenants     the company's clock
     * @param checker     checks drafts
     * @param transaction the portal's transactions
     * @param clock       the time
     */
    public WhatIfService(JdbcClient jdbc, TenantService tenants, InputChecker checker, TransactionTemplate transaction, Clock clock) {
        this.events = new QueueEventRepository(jdbc);
        this.plans = new PlanRepository(jdbc);
        this.tenants = tenants;
        this.checker = checker;
        this.reading = new TransactionTemplate(transaction.getTransactionManager());
        this.reading.setReadOnly(true);
        this.clock = clock;
    }

    /**
     * Yesterday by the company's clock.
     *
     * @return the day that is played when nobody names one
     */
    public LocalDate yesterday() {
        return LocalDate.ofInstant(clock.instant(), zone()).minusDays(1);
    }

    private ZoneId zone() {
        return ZoneId.of(tenants.current().timeZone());
    }

    /**
     * Plays a day otherwise than it was.
     *
     * @param draft what is tried
     * @return what would have come of it, beside what came of it
     * @throws InvalidInput when a field is wrong
     * @throws NotFound     when there is no such queue
     */
    public WhatIf ask(WhatIfDraft draft) {
        ZoneId zone = zone();
        LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
        check(draft, today);
        LocalDate day = draft.day() == null ? today.minusDays(1) : draft.day();
        Instant begin = day.atStartOfDay(zone).toInstant();
        Instant end = day.plusDays(1).atStartOfDay(zone).toInstant();
        // Played outside the transaction, which need not wait for it.
        Asked asked = reading.execute(_ -> new Asked(plan(), draft.traffic() == null ? read(begin, end) : null));
        return WhatIfDay.of(draft, asked.plan, zone, begin, end, clock.instant()).play(asked.day);
    }

    private void check(WhatIfDraft draft, LocalDate today) {
        checker.check(draft);
        List<FieldProblem> problems = new ArrayList<>();
        if (!draft.hasHours()) {
            problems.add(new FieldProblem("agentsByHour", "invalid.whatIf.agentsByHour", List.of(WhatIfDraft.MOST_AGENTS)));
        }
        if (draft.traffic() != null && !draft.traffic().hasRates()) {
            problems.add(new FieldProblem("traffic.callsPerHour", "invalid.whatIf.callsPerHour", List.of(WhatIfTrafficDraft.MOST_PER_HOUR)));
        }
        if (draft.day() != null && (draft.day().isAfter(today) || draft.day().getYear() < 2000)) {
            problems.add(new FieldProblem("day", "invalid.whatIf.day", List.of(today.toString())));
        }
        if (!problems.isEmpty()) {
            throw new InvalidInput(problems);
        }
    }

    private TenantPlan plan() {
        UUID tenantId = TenantScope.current().requireTenantId();
        TenantPlan plan = plans.load(Set.of(tenantId)).get(tenantId);
        if (plan == null) {
            throw new NotFound("tenant", tenantId.toString());
        }
        return plan;
    }

    private RecordedDay read(Instant begin, Instant end) {
        UUID tenantId = TenantScope.current().requireTenantId();
        List<QueueEvent> before = events.lastBefore(tenantId, begin).stream().map(RecordedEvent::event).toList();
        try (Stream<RecordedEvent> all = events.between(tenantId, begin, end)) {
            return new RecordedDay(begin, end, before, all.map(RecordedEvent::event).toList());
        }
    }

    private record Asked(TenantPlan plan, RecordedDay day) {}
}
