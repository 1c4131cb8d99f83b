package org.switchboard.telephony.queue;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import org.switchboard.telephony.input.InputChecker;
import org.switchboard.telephony.input.InvalidInput;
import org.switchboard.telephony.input.NotFound;
import org.switchboard.telephony.tenant.TenantScope;

/**
 * Keeps who supervises which queue, of the tenant in whose scope it runs. A supervisor who is bound to no queue supervises all of
 * them, in every way.
 */
@Service
public final class QueueSupervisorService {

    private final QueueSupervisorRepository supervisors;
    private final QueueRepository queues;
    private final InputChecker checker;
    private final TransactionTemplate transaction;

    /**
     * Wires the service.
     *
     * @param supervisors SQL of the supervisors
     * @param queues      SQL of the queues
     * @param checker     checks drafts
     * @param transaction the portal's transactions
     */
    public QueueSupervisorService(QueueSupervisorRepository supervisors, QueueRepository queues, InputChecker checker, TransactionTemplate transaction) {
        this.supervisors = supervisors;
        this.queues = queues;
        this.checker = checker;
        this.transaction = transaction;
    }

    /**
     * Who is bound to a queue.
     *
     * @param queueId the queue
     * @return in the order of their names
     * @throws NotFound when there is no such queue
     */
    public List<QueueSupervisor> ofQueue(UUID queueId) {
        return transaction.execute(status -> {
            existing(queueId);
            return supervisors.ofQueue(queueId);
        });
    }

    /**
     * Which queues a supervisor is bound to.
     *
     * @param userId the supervisor
     * @return empty when he supervises all of them
     */
    public List<QueueSupervisor> ofUser(UUID userId) {
        return transaction.execute(status -> supervisors.ofUser(userId));
    }

    /**
     * Sets who is bound to a queue.
     *
     * @param queueId the queue
     * @param wanted  all of them, nobody twice
     * @return as they are now
     * @throws NotFound     when there is no such queue
     * @throws InvalidInput when one of them is no supervisor of the company, or is named twice
     */
    public List<QueueSupervisor> set(UUID queueId, List<QueueSupervisorDraft> wanted) {
        UUID tenantId = TenantScope.current().requireTenantId();
        return transaction.execute(status -> {
            existing(queueId);
            Set<UUID> seen = new HashSet<>();
            for (int row = 0; row < wanted.size(); row++) {
                QueueSupervisorDraft one = wanted.get(row);
                if (one == null || one.userId() == null) {
                    throw new InvalidInput(field(row), "invalid.queue.supervisor");
                }
                checker.check(one);
                if (!seen.add(one.userId())) {
                    throw new InvalidInput(field(row), "invalid.queue.supervisor.twice");
                }
                if (!supervisors.put(tenantId, queueId, one)) {
                    throw new InvalidInput(field(row), "invalid.queue.supervisor");
                }
            }
            supervisors.keep(queueId, List.copyOf(seen));
            return supervisors.ofQueue(queueId);
        });
    }

    private void existing(UUID queueId) {
        queues.find(queueId).orElseThrow(() -> new NotFound("queue", queueId.toString()));
    }

    private static String field(int row) {
        return "supervisors[" + row + "]";
    }
}
