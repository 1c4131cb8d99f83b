package org.switchboard.telephony.callback;

import java.util.List;
import java.util.UUID;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import org.switchboard.telephony.input.InvalidInput;
import org.switchboard.telephony.input.NotFound;
import org.switchboard.telephony.tenant.TenantScope;

/** Shows and gives up the callbacks of the tenant in whose scope it runs. */
@Service
public final class CallbackService {

    /** Most callbacks that one list shows, of those that wait and of those that are over. */
    public static final int MOST = 200;

    private final CallbackRepository callbacks;
    private final CallbackCalls calls;
    private final TransactionTemplate transaction;

    /**
     * Wires the service.
     *
     * @param callbacks   SQL of them
     * @param calls       makes them
     * @param transaction the portal's transactions
     */
    public CallbackService(CallbackRepository callbacks, CallbackCalls calls, TransactionTemplate transaction) {
        this.callbacks = callbacks;
        this.calls = calls;
        this.transaction = transaction;
    }

    /**
     * Lists the callbacks of a queue.
     *
     * @param queueId the queue
     * @return those that wait, first come first, then those that are over, newest first; at most {@value #MOST} of each
     */
    public List<PastCallback> ofQueue(UUID queueId) {
        return transaction.execute(_ -> callbacks.ofQueue(queueId, MOST));
    }

    /**
     * Gives a callback up: nobody is called any more.
     *
     * @param queueId the queue
     * @param id      the callback
     * @throws NotFound     when the queue has none such
     * @throws InvalidInput when it is over already, or cannot be given up now
     */
    public void cancel(UUID queueId, UUID id) {
        if (!find(id).queueId().equals(queueId)) {
            throw new NotFound("callback", id.toString());
        }
        cancel(id);
    }

    /**
     * Gives a callback up, of whatever queue.
     *
     * @param id the callback
     * @throws NotFound     when there is none such
     * @throws InvalidInput when it is over already, or cannot be given up now
     */
    public void cancel(UUID id) {
        var tenantId = TenantScope.current().requireTenantId();
        find(id);
        try {
            if (!calls.cancel(tenantId, id)) {
                throw new InvalidInput("callback", "taken.callback.over");
            }
        } catch (DataAccessException e) {
            throw new InvalidInput("callback", "taken.callback.away");
        }
    }

    private PastCallback find(UUID id) {
        return transaction.execute(_ -> callbacks.find(id)).orElseThrow(() -> new NotFound("callback", id.toString()));
    }
}
