package org.switchboard.telephony.report;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import org.switchboard.telephony.input.FieldProblem;
import org.switchboard.telephony.input.InputChecker;
import org.switchboard.telephony.input.InvalidInput;
import org.switchboard.telephony.input.NotFound;
import org.switchboard.telephony.tenant.TenantScope;
import org.switchboard.telephony.tenant.TenantService;

/** Keeps the reports that are mailed, of the tenant in whose scope it runs. Pages and API both use it. */
@Service
public final class ReportScheduleService {

    /** Most mailed reports of a company. */
    public static final int MOST = 100;

    private static final Map<String, FieldProblem> TAKEN = Map.of(
            "report_schedule_name_key", new FieldProblem("name", "taken.reportSchedule.name"));

    private final ReportScheduleRepository schedules;
    private final TenantService tenants;
    private final InputChecker checker;
    private final TransactionTemplate transaction;
    private final Clock clock;

    /**
     * Wires the service.
     *
     * @param schedules   SQL of the schedules
     * @param tenants     the company's language
     * @param checker     checks drafts
     * @param transaction the portal's transactions
     * @param clock       the time
     */
    public ReportScheduleService(ReportScheduleRepository schedules, TenantService tenants, InputChecker checker, TransactionTemplate transaction,
                                 Clock clock) {
        this.schedules = schedules;
        this.tenants = tenants;
        this.checker = checker;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Makes a schedule; the first mail goes at its next time.
     *
     * @param draft what it shall be
     * @return the schedule
     * @throws InvalidInput when a field is wrong, a queue does not exist, the name is taken, or there are {@value #MOST}
     */
    public ReportSchedule create(ReportScheduleDraft draft) {
        UUID tenantId = TenantScope.current().requireTenantId();
        ReportScheduleDraft wanted = checked(draft);
        return storing(() -> transaction.execute(status -> {
            if (schedules.all().size() >= MOST) {
                throw new InvalidInput(List.of(new FieldProblem("name", "invalid.reportSchedule.many", List.of(MOST))));
            }
            UUID id = schedules.insert(tenantId, wanted, now());
            return stored(tenantId, id, wanted);
        }));
    }

    /**
     * Changes a schedule.
     *
     * @param id     the schedule
     * @param change makes the wanted settings from today's
     * @return the schedule as it is now
     * @throws NotFound     when there is no such schedule
     * @throws InvalidInput when a field is wrong, a queue does not exist, or the name is taken
     */
    public ReportSchedule update(UUID id, UnaryOperator<ReportScheduleDraft> change) {
        UUID tenantId = TenantScope.current().requireTenantId();
        return storing(() -> transaction.execute(status -> {
            ReportScheduleDraft today = found(id).draft();
            ReportScheduleDraft wanted = checked(change.apply(today));
            if (wanted.equals(today)) {
                return found(id);
            }
            schedules.update(id, wanted, now());
            return stored(tenantId, id, wanted);
        }));
    }

    private ReportSchedule stored(UUID tenantId, UUID id, ReportScheduleDraft wanted) {
        if (!schedules.putQueues(tenantId, id, wanted.queueIds() == null ? List.of() : wanted.queueIds())) {
            throw new InvalidInput("queueIds", "invalid.report.queue");
        }
        return found(id);
    }

    /**
     * Deletes a schedule.
     *
     * @param id the schedule
     * @throws NotFound when there is no such schedule
     */
    public void delete(UUID id) {
        if (!transaction.execute(status -> schedules.delete(id))) {
            throw notFound(id);
        }
    }

    /**
     * Finds a schedule.
     *
     * @param id the schedule
     * @return the schedule
     * @throws NotFound when there is no such schedule
     */
    public ReportSchedule find(UUID id) {
        return transaction.execute(status -> found(id));
    }

    /**
     * All schedules.
     *
     * @return in the order of their names
     */
    public List<ReportSchedule> all() {
        return transaction.execute(status -> schedules.all());
    }

    private ReportScheduleDraft checked(ReportScheduleDraft draft) {
        checker.check(draft);
        return draft.language() != null ? draft : new ReportScheduleDraft(draft.name(), draft.every(), draft.atTime(), draft.queueIds(),
                draft.recipients(), tenants.current().language(), draft.active());
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private ReportSchedule found(UUID id) {
        return schedules.find(id).orElseThrow(() -> notFound(id));
    }

    private static NotFound notFound(UUID id) {
        return new NotFound("report-schedule", id.toString());
    }

    private static ReportSchedule storing(Supplier<ReportSchedule> statement) {
        try {
            return statement.get();
        } catch (DataIntegrityViolationException refusal) {
            throw InputChecker.taken(refusal, TAKEN);
        }
    }
}
