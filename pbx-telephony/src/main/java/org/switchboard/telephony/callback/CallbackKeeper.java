package org.switchboard.telephony.callback;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.switchboard.telephony.callcentre.CallCentre;
import org.switchboard.telephony.callcentre.CallerStay;
import org.switchboard.telephony.callcentre.Callbacks;
import org.switchboard.telephony.plan.PlannedQueue;
import org.switchboard.telephony.plan.TenantPlan;

/**
 * Keeps callbacks while they wait: in the database, so that they outlive this process, and with the floors, which give each its turn. Tells the
 * floors when one may be made: inside the queue's hours for it, and not too soon after the last attempt.
 */
public final class CallbackKeeper implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(CallbackKeeper.class);
    private static final Duration EVERY = Duration.ofSeconds(1);
    /** What was told may have been told before the floor was there to hear it. */
    private static final Duration TELL_AGAIN = Duration.ofSeconds(5);
    private static final Duration READ_AGAIN = Duration.ofSeconds(20);

    private final CallbackBook book;
    private final CallCentre centre;
    private final Callbacks floors;
    private final Function<UUID, Optional<TenantPlan>> plans;
    private final InstantSource clock;
    private final Map<String, Kept> waiting = new ConcurrentHashMap<>();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("callbacks").daemon().factory());
    /** One change at a time: what was read a moment ago must not bring back what has just ended. */
    private final ReentrantLock lock = new ReentrantLock();
    private Instant read = Instant.MIN;
    private volatile Runnable afterReading = () -> { };

    /** One that waits, and what its floor was told last. */
    private record Kept(KeptCallback callback, Boolean told, Instant toldAt) {
    }

    /**
     * Makes a keeper; nothing happens before {@link #start()}.
     *
     * @param engineDatabase connections as role {@code pbx_engine}
     * @param centre         knows where supervisors have put them
     * @param floors         give them their turn
     * @param plans          the plan of a company, by its id
     * @param clock          what time it is
     */
    public CallbackKeeper(DataSource engineDatabase, CallCentre centre, Callbacks floors, Function<UUID, Optional<TenantPlan>> plans,
                          InstantSource clock) {
        this.book = new CallbackBook(engineDatabase);
        this.centre = centre;
        this.floors = floors;
        this.plans = plans;
        this.clock = clock;
    }

    /** Begins to work: what waited when another engine died waits on. Returns at once. */
    public void start() {
        timer.scheduleWithFixedDelay(this::round, 0, EVERY.toMillis(), TimeUnit.MILLISECONDS);
    }

    void keep(KeptCallback callback) {
        locked(() -> {
            book.keep(callback);
            put(callback);
            return null;
        });
    }

    private <T> T locked(Supplier<T> work) {
        lock.lock();
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }

    /** One that waits or is being made. */
    Optional<KeptCallback> find(UUID tenantId, String visit) {
        return Optional.ofNullable(waiting.get(visit)).map(Kept::callback).filter(kept -> kept.tenantId().equals(tenantId));
    }

    /** All that have an attempt of which nobody has written down what came of it. */
    List<KeptCallback> underWay() {
        return book.waiting().stream().filter(KeptCallback::attemptOpen).toList();
    }

    /** Has something done after each reading of the database, when attempts are under way. */
    void afterReading(Runnable look) {
        afterReading = look;
    }

    /**
     * Claims the right to dial the customer once.
     *
     * @return empty when it is not ours to dial
     */
    OptionalInt claim(KeptCallback callback, UUID agentId) {
        return locked(() -> claimed(callback, agentId));
    }

    private OptionalInt claimed(KeptCallback callback, UUID agentId) {
        var attempt = book.claim(callback.id(), agentId, clock.instant());
        if (attempt.isPresent()) {
            waiting.computeIfPresent(callback.stay().visit(), (_, kept) -> new Kept(kept.callback().dialling(), false, clock.instant()));
        }
        return attempt;
    }

    /** The talk has begun: there is nothing left to do. */
    void talked(KeptCallback callback) {
        locked(() -> {
            waiting.remove(callback.stay().visit());
            var now = clock.instant();
            book.attempted(callback.id(), AttemptResult.TALKED, now);
            book.talked(callback.id(), now);
            return null;
        });
    }

    /**
     * An attempt did not reach the customer: it waits for the next, or is given up.
     *
     * @return whether it is given up
     */
    boolean missed(KeptCallback callback, AttemptResult result) {
        return locked(() -> givenUpAfter(callback, result));
    }

    private boolean givenUpAfter(KeptCallback callback, AttemptResult result) {
        var now = clock.instant();
        book.attempted(callback.id(), result, now);
        var settings = queue(callback).map(PlannedQueue::callback);
        var attempts = find(callback.tenantId(), callback.stay().visit()).map(KeptCallback::attempts).orElse(callback.attempts());
        if (settings.isPresent() && attempts >= settings.get().attempts()) {
            waiting.remove(callback.stay().visit());
            book.close(callback.id(), Callbacks.End.FAILED, now);
            return true;
        }
        var then = now.plusSeconds(settings.map(known -> known.retrySeconds()).orElse(60));
        book.notBefore(callback.id(), then);
        waiting.computeIfPresent(callback.stay().visit(), (_, kept) -> new Kept(kept.callback().waitingUntil(then), null, Instant.MIN));
        return false;
    }

    /**
     * Gives one up. Does nothing for one that is over.
     *
     * @param tenantId the company
     * @param id       the callback
     * @return what it was; empty when none of the company waits under that id
     */
    Optional<KeptCallback> cancel(UUID tenantId, UUID id) {
        return locked(() -> cancelled(tenantId, id));
    }

    private Optional<KeptCallback> cancelled(UUID tenantId, UUID id) {
        var found = waiting.values().stream().map(Kept::callback)
                .filter(callback -> callback.id().equals(id) && callback.tenantId().equals(tenantId)).findFirst();
        if (found.isEmpty() || !book.close(id, Callbacks.End.CANCELLED, clock.instant())) {
            return Optional.empty();
        }
        waiting.remove(found.get().stay().visit());
        floors.ended(tenantId, found.get().stay().visit(), Callbacks.End.CANCELLED);
        return found;
    }

    private void put(KeptCallback callback) {
        waiting.put(callback.stay().visit(), new Kept(callback, null, Instant.MIN));
    }

    private void round() {
        try {
            locked(() -> {
                var now = clock.instant();
                if (read.isBefore(now.minus(READ_AGAIN))) {
                    readAll();
                    read = now;
                }
                waiting.forEach((visit, kept) -> tell(visit, kept, now));
                return null;
            });
        } catch (DataAccessException e) {
            log.warn("Callbacks cannot be read now: {}", e.getMessage());
        } catch (RuntimeException e) {
            log.error("A round over the callbacks failed", e);
        }
    }

    /** Those whose queue has been deleted are gone from the database; those of an engine that died are in it. */
    private void readAll() {
        var rows = book.waiting().stream().collect(Collectors.toMap(row -> row.stay().visit(), row -> row));
        waiting.forEach((visit, kept) -> {
            if (!rows.containsKey(visit) && kept.callback().askedAt().isBefore(clock.instant().minus(READ_AGAIN))) {
                waiting.remove(visit, kept);
            }
        });
        rows.forEach((visit, row) -> {
            if (waiting.putIfAbsent(visit, new Kept(row, null, Instant.MIN)) == null) {
                log.info("Callback {} waits on", row.id());
            }
            centre.stay(row.tenantId(), visit).ifPresent(stay -> moved(row, stay));
        });
        if (rows.values().stream().anyMatch(KeptCallback::attemptOpen)) {
            afterReading.run();
        }
    }

    private void moved(KeptCallback row, CallerStay stay) {
        if (row.stay().priority() != stay.priority() || row.stay().rank() != stay.rank()) {
            book.place(row.id(), stay.priority(), stay.rank());
            var old = row.stay();
            var now = new CallerStay(old.visit(), old.queueId(), old.enteredAt(), stay.priority(), stay.rank(), old.number(), old.name(), old.linkedId());
            waiting.computeIfPresent(old.visit(), (_, kept) -> new Kept(kept.callback().with(now), kept.told(), kept.toldAt()));
        }
    }

    private void tell(String visit, Kept kept, Instant now) {
        var callback = kept.callback();
        if (callback.attemptOpen()) {
            return;
        }
        var due = isDue(callback, now);
        if (kept.told() == null || kept.told() != due || kept.toldAt().isBefore(now.minus(TELL_AGAIN))) {
            if (callback.askedAt().isBefore(now.minus(EVERY.multipliedBy(2)))) {
                // One that was asked for just now is on the floor already, or will be in a moment.
                floors.restore(callback.tenantId(), callback.stay());
            }
            floors.due(callback.tenantId(), visit, due);
            waiting.replace(visit, kept, new Kept(callback, due, now));
        }
    }

    private boolean isDue(KeptCallback callback, Instant now) {
        if (callback.notBefore() != null && callback.notBefore().isAfter(now)) {
            return false;
        }
        var plan = plans.apply(callback.tenantId());
        var schedule = plan.flatMap(known -> known.queue(callback.stay().queueId()))
                .flatMap(queue -> Optional.ofNullable(queue.callback().scheduleId())).flatMap(id -> plan.get().schedule(id));
        return plan.isPresent() && schedule.map(hours -> hours.hours().at(now).open()).orElse(true);
    }

    private Optional<PlannedQueue> queue(KeptCallback callback) {
        return plans.apply(callback.tenantId()).flatMap(plan -> plan.queue(callback.stay().queueId()));
    }

    /** Ends its work; the callbacks stay in the database. */
    @Override
    public void close() {
        timer.shutdownNow();
    }
}
