package org.switchboard.telephony.cdr;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import org.switchboard.telephony.paging.Page;

/** The calls of the past, of the tenant in whose scope it runs. Pages and API both use it. */
@Service
public final class CallHistory {

    private final CallHistoryRepository calls;
    private final TransactionTemplate reading;

    /**
     * Wires the service.
     *
     * @param calls       SQL of the history
     * @param transaction the portal's transactions
     */
    public CallHistory(CallHistoryRepository calls, TransactionTemplate transaction) {
        this.calls = calls;
        this.reading = new TransactionTemplate(transaction.getTransactionManager());
        this.reading.setReadOnly(true);
    }

    /**
     * Lists calls with their legs, newest first.
     *
     * @param filter which
     * @param cursor where to go on; null begins at the newest
     * @param limit  calls on a page, at most {@link Page#MAX_LIMIT}
     * @return a page
     * @throws org.switchboard.telephony.input.InvalidInput when the cursor is not one of ours
     */
    public Page<PastCall> list(CallFilter filter, String cursor, int limit) {
        CallCursor after = cursor == null || cursor.isEmpty() ? null : CallCursor.of(cursor);
        int wanted = Math.clamp(limit, 1, Page.MAX_LIMIT);
        return reading.execute(status -> {
            Page<PastCall> page = Page.of(calls.list(filter, after, wanted + 1), wanted,
                    call -> new CallCursor(call.startedAt(), call.id()).text());
            Map<UUID, List<PastLeg>> legs = calls.legs(page.items());
            return page.map(call -> call.with(legs.getOrDefault(call.id(), List.of())));
        });
    }

    /**
     * Finds a call.
     *
     * @param id its id
     * @return the call with its legs, or empty
     */
    public Optional<PastCall> find(UUID id) {
        return reading.execute(status -> calls.find(id)
                .map(call -> call.with(calls.legs(List.of(call)).getOrDefault(id, List.of()))));
    }

    /**
     * Gives all calls that pass, newest first, one after the other and without their legs, for an export of any length: only
     * a few are in memory at once.
     *
     * @param filter which
     * @param taker  gets each call; when it throws, the export ends
     */
    public void export(CallFilter filter, Consumer<PastCall> taker) {
        reading.executeWithoutResult(status -> {
            try (Stream<PastCall> all = calls.stream(filter)) {
                all.forEach(taker);
            }
        });
    }

    /**
     * Counts the calls of a time by how they ended.
     *
     * @param from first moment
     * @param to   moment after the last
     * @return a count for every disposition, zero where there was none
     */
    public Map<Disposition, Long> count(Instant from, Instant to) {
        Map<Disposition, Long> counts = new EnumMap<>(Disposition.class);
        for (Disposition disposition : Disposition.values()) {
            counts.put(disposition, 0L);
        }
        counts.putAll(reading.execute(status -> calls.count(from, to)));
        return counts;
    }
}
