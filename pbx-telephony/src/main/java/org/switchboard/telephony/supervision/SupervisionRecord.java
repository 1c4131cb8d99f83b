package org.switchboard.telephony.supervision;

import java.util.Collection;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import org.switchboard.telephony.paging.Page;

/** Shows who listened to whom, in the tenant in whose scope it runs. */
@Service
public final class SupervisionRecord {

    private final SupervisionRepository sessions;
    private final TransactionTemplate transaction;

    /**
     * Wires the service.
     *
     * @param sessions    SQL of the record
     * @param transaction the portal's transactions
     */
    public SupervisionRecord(SupervisionRepository sessions, TransactionTemplate transaction) {
        this.sessions = sessions;
        this.transaction = transaction;
    }

    /**
     * Lists sessions, newest first.
     *
     * @param queues those of these queues only; empty for all
     * @param cursor where to go on; null begins at the newest
     * @param limit  rows on a page
     * @return a page
     */
    public Page<PastSupervision> list(Collection<UUID> queues, UUID cursor, int limit) {
        return Page.of(transaction.execute(_ -> sessions.list(queues, cursor, limit + 1)), limit, session -> session.id().toString());
    }
}
