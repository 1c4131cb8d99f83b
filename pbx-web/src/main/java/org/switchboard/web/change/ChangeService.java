package org.switchboard.web.change;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import org.switchboard.telephony.paging.Page;

/** Shows the record of changes of the tenant in whose scope it runs. */
@Service
public final class ChangeService {

    private final ChangeRepository changes;
    private final TransactionTemplate transaction;

    /**
     * Wires the service.
     *
     * @param changes     SQL of the record
     * @param transaction the portal's transactions
     */
    public ChangeService(ChangeRepository changes, TransactionTemplate transaction) {
        this.changes = changes;
        this.transaction = transaction;
    }

    /**
     * Lists changes, newest first.
     *
     * @param cursor where to go on; null begins at the newest
     * @param limit  rows on a page
     * @return a page
     */
    public Page<Change> list(UUID cursor, int limit) {
        return Page.of(transaction.execute(status -> changes.list(cursor, limit + 1)), limit, change -> change.id().toString());
    }

    /**
     * The newest changes of some things, for the side of a page.
     *
     * @param things their ids
     * @param limit  most rows to give
     * @return the changes, newest first
     */
    public List<Change> of(Collection<UUID> things, int limit) {
        return transaction.execute(status -> changes.of(things, limit));
    }
}
