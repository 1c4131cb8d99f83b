package org.switchboard.telephony.agent;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import org.switchboard.telephony.input.FieldProblem;
import org.switchboard.telephony.input.InputChecker;
import org.switchboard.telephony.input.InvalidInput;
import org.switchboard.telephony.input.NotFound;
import org.switchboard.telephony.tenant.TenantScope;

/** Keeps the reasons to pause of the tenant in whose scope it runs. Pages and API both use it. */
@Service
public final class PauseReasonService {

    /** Most reasons to pause of a company. */
    public static final int MOST = 9;

    private static final Map<String, FieldProblem> REFUSALS = Map.of(
            "pause_reason_name_key", new FieldProblem("name", "taken.pauseReason.name"),
            "pause_reason_digit_key", new FieldProblem("digit", "taken.pauseReason.digit"));

    private final PauseReasonRepository rows;
    private final InputChecker checker;
    private final TransactionTemplate transaction;

    /**
     * Wires the service.
     *
     * @param rows        SQL of the reasons to pause
     * @param checker     checks drafts
     * @param transaction the portal's transactions
     */
    public PauseReasonService(PauseReasonRepository rows, InputChecker checker, TransactionTemplate transaction) {
        this.rows = rows;
        this.checker = checker;
        this.transaction = transaction;
    }

    /**
     * Makes a reason.
     *
     * @param draft what it shall be
     * @return the reason
     * @throws InvalidInput when a field is wrong or taken, or there are {@value #MOST}
     */
    public PauseReason create(PauseReasonDraft draft) {
        checker.check(draft);
        UUID tenantId = TenantScope.current().requireTenantId();
        return storing(() -> transaction.execute(status -> {
            List<PauseReason> there = rows.all();
            if (there.size() >= MOST) {
                throw new InvalidInput(List.of(new FieldProblem("name", "invalid.pauseReason.many", List.of(MOST))));
            }
            return found(rows.insert(tenantId, withDigit(draft, there)));
        }));
    }

    /**
     * Changes a reason.
     *
     * @param id     the reason
     * @param change makes the wanted settings from today's
     * @return the reason as it is now
     * @throws NotFound     when there is none
     * @throws InvalidInput when a field is wrong or taken
     */
    public PauseReason update(UUID id, UnaryOperator<PauseReasonDraft> change) {
        return storing(() -> transaction.execute(status -> {
            PauseReasonDraft today = found(id).draft();
            PauseReasonDraft wanted = checker.check(change.apply(today));
            if (!wanted.equals(today)) {
                rows.update(id, wanted.digit() == null ? new PauseReasonDraft(wanted.name(), today.digit()) : wanted);
            }
            return found(id);
        }));
    }

    /**
     * Deletes a reason.
     *
     * @param id the reason
     * @throws NotFound     when there is none
     * @throws InvalidInput when something needs it
     */
    public void delete(UUID id) {
        storing(() -> transaction.execute(status -> {
            PauseReason gone = found(id);
            rows.delete(id);
            return gone;
        }));
    }

    /**
     * Finds a reason.
     *
     * @param id the reason
     * @return the reason
     * @throws NotFound when there is none
     */
    public PauseReason find(UUID id) {
        return transaction.execute(status -> found(id));
    }

    /**
     * All reasons to pause.
     *
     * @return in the order of their digits
     */
    public List<PauseReason> all() {
        return transaction.execute(status -> rows.all());
    }

    private static PauseReasonDraft withDigit(PauseReasonDraft draft, List<PauseReason> there) {
        if (draft.digit() != null) {
            return draft;
        }
        String free = IntStream.rangeClosed(1, MOST).mapToObj(Integer::toString)
                .filter(digit -> there.stream().noneMatch(reason -> reason.digit().equals(digit))).findFirst().orElseThrow();
        return new PauseReasonDraft(draft.name(), free);
    }

    private PauseReason found(UUID id) {
        return rows.find(id).orElseThrow(() -> new NotFound("pauseReason", id.toString()));
    }

    private static PauseReason storing(Supplier<PauseReason> statement) {
        try {
            return statement.get();
        } catch (DataIntegrityViolationException refusal) {
            throw InputChecker.taken(refusal, REFUSALS);
        }
    }
}
