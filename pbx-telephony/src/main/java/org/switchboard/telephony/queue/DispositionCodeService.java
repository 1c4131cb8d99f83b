package org.switchboard.telephony.queue;

import java.util.Comparator;
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

/** Keeps the disposition codes of the tenant in whose scope it runs. Pages and API both use it. */
@Service
public final class DispositionCodeService {

    /** Most codes of a company. */
    public static final int MOST = 500;

    private static final Map<String, FieldProblem> TAKEN = Map.of(
            "disposition_code_name_key", new FieldProblem("name", "taken.dispositionCode.name"));

    private final DispositionCodeRepository codes;
    private final QueueRepository queues;
    private final InputChecker checker;
    private final TransactionTemplate transaction;

    /**
     * Wires the service.
     *
     * @param codes       SQL of the codes
     * @param queues      SQL of the queues
     * @param checker     checks drafts
     * @param transaction the portal's transactions
     */
    public DispositionCodeService(DispositionCodeRepository codes, QueueRepository queues, InputChecker checker, TransactionTemplate transaction) {
        this.codes = codes;
        this.queues = queues;
        this.checker = checker;
        this.transaction = transaction;
    }

    /**
     * Makes a code.
     *
     * @param draft what it shall be
     * @return the code
     * @throws InvalidInput when a field is wrong, the name is taken, or there are {@value #MOST}
     */
    public DispositionCode create(DispositionCodeDraft draft) {
        checker.check(draft);
        UUID tenantId = TenantScope.current().requireTenantId();
        return storing(() -> transaction.execute(status -> {
            if (codes.all().size() >= MOST) {
                throw new InvalidInput(List.of(new FieldProblem("name", "invalid.dispositionCode.many", List.of(MOST))));
            }
            return found(codes.insert(tenantId, draft.name(), queueId(draft)));
        }));
    }

    /**
     * Changes a code.
     *
     * @param id     the code
     * @param change makes the wanted settings from today's
     * @return the code as it is now
     * @throws NotFound     when there is no such code
     * @throws InvalidInput when a field is wrong, or the name is taken
     */
    public DispositionCode update(UUID id, UnaryOperator<DispositionCodeDraft> change) {
        return storing(() -> transaction.execute(status -> {
            DispositionCodeDraft today = found(id).draft();
            DispositionCodeDraft wanted = checker.check(change.apply(today));
            if (!wanted.equals(today)) {
                codes.update(id, wanted.name(), queueId(wanted));
            }
            return found(id);
        }));
    }

    /**
     * Deletes a code.
     *
     * @param id the code
     * @throws NotFound when there is no such code
     */
    public void delete(UUID id) {
        if (!transaction.execute(status -> codes.delete(id))) {
            throw notFound(id);
        }
    }

    /**
     * Finds a code.
     *
     * @param id the code
     * @return the code
     * @throws NotFound when there is no such code
     */
    public DispositionCode find(UUID id) {
        return transaction.execute(status -> found(id));
    }

    /**
     * All codes.
     *
     * @return those of all queues first, then by queue, and by name
     */
    public List<DispositionCode> all() {
        return transaction.execute(status -> codes.all());
    }

    /**
     * What can be said of the calls of a queue.
     *
     * @param queueId the queue
     * @return its own codes and those of all queues, in the order of their names
     */
    public List<DispositionCode> ofQueue(UUID queueId) {
        return all().stream().filter(code -> code.queueId() == null || code.queueId().equals(queueId))
                .sorted(Comparator.comparing(DispositionCode::name)).toList();
    }

    private UUID queueId(DispositionCodeDraft draft) {
        return draft.queue() == null ? null
                : queues.find(draft.queue()).map(Queue::id).orElseThrow(() -> new InvalidInput("queue", "invalid.agent.queue"));
    }

    private DispositionCode found(UUID id) {
        return codes.find(id).orElseThrow(() -> notFound(id));
    }

    private static NotFound notFound(UUID id) {
        return new NotFound("dispositionCode", id.toString());
    }

    private static DispositionCode storing(Supplier<DispositionCode> statement) {
        try {
            return statement.get();
        } catch (DataIntegrityViolationException refusal) {
            throw InputChecker.taken(refusal, TAKEN);
        }
    }
}
