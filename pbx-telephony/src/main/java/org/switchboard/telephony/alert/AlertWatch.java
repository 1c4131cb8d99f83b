package org.switchboard.telephony.alert;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.switchboard.telephony.queuelog.QueueEvent;
import org.switchboard.telephony.queuelog.QueueEventKind;

/**
 * Looks once a second whether queues are in trouble, writes down what begins and what is over, and knows what is broken now. While the
 * database is away it goes on looking; what is to be written waits.
 */
public final class AlertWatch implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(AlertWatch.class);
    private static final Duration ROUND = Duration.ofSeconds(1);
    private static final Duration RULES_AGE = Duration.ofSeconds(5);
    private static final int MOST_WAITING = 10_000;

    private final AlertBook book;
    private final QueueGauges gauges;
    private final InstantSource clock;
    private final Troubles troubles = new Troubles();
    private final Queue<QueueEvent> abandoned = new LinkedBlockingQueue<>(MOST_WAITING);
    private final Deque<Runnable> unwritten = new ArrayDeque<>();
    private final Thread worker = Thread.ofPlatform().name("queue-alerts").daemon().unstarted(this::work);
    private volatile Map<UUID, List<Trouble>> now = Map.of();
    private List<AlertRule> rules = List.of();
    private Instant rulesRead = Instant.MIN;
    private boolean restored;
    private volatile boolean closed;

    /**
     * Makes a watch; nothing happens before {@link #start()}.
     *
     * @param book   where rules are read and alerts are written down
     * @param gauges measures queues
     * @param clock  the time
     */
    public AlertWatch(AlertBook book, QueueGauges gauges, InstantSource clock) {
        this.book = book;
        this.gauges = gauges;
        this.clock = clock;
    }

    /** Begins to look. Returns at once. */
    public void start() {
        worker.start();
    }

    /**
     * What is broken now.
     *
     * @param tenantId the company
     * @return empty when all is well
     */
    public List<Trouble> of(UUID tenantId) {
        return now.getOrDefault(tenantId, List.of());
    }

    /**
     * Hears what happened in queues. Never waits.
     *
     * @param event any event
     */
    public void happened(QueueEvent event) {
        if (event.kind() == QueueEventKind.ABANDONED && event.queueId() != null && !abandoned.offer(event)) {
            LOG.warn("tenant={} queue={}: an alert about a caller who gave up is left out, too many wait to be written", event.tenantId(), event.queueId());
        }
    }

    /** Looks once: the round that {@link #start()} repeats each second. */
    public void look() {
        Instant moment = clock.instant();
        read(moment);
        Map<UUID, QueueGauge> measured = new HashMap<>();
        rules.stream().map(AlertRule::tenantId).distinct()
                .forEach(tenant -> gauges.of(tenant).forEach(gauge -> measured.put(gauge.queueId(), gauge)));
        for (Troubles.Change change : troubles.look(moment, rules, measured)) {
            switch (change) {
                case Troubles.Change.Began began -> write(() -> book.began(began.trouble()));
                case Troubles.Change.Ended ended -> write(() -> book.ended(ended.trouble(), ended.at()));
            }
        }
        now = troubles.now().stream().collect(Collectors.groupingBy(Trouble::tenantId));
        hearAbandoned();
        catchUp();
    }

    private void read(Instant moment) {
        if (moment.isBefore(rulesRead.plus(RULES_AGE)) && !rulesRead.equals(Instant.MIN)) {
            return;
        }
        try {
            rules = book.rules();
            if (!restored) {
                book.open().forEach(troubles::restore);
                restored = true;
            }
            rulesRead = moment;
        } catch (DataAccessException away) {
            LOG.debug("The database is away; the rules stay as they were: {}", away.getMessage());
        }
    }

    private void hearAbandoned() {
        Map<UUID, AlertRule> byQueue = rules.stream().collect(Collectors.toMap(AlertRule::queueId, Function.identity()));
        for (QueueEvent event = abandoned.poll(); event != null; event = abandoned.poll()) {
            AlertRule rule = byQueue.get(event.queueId());
            if (rule != null && rule.abandoned() && rule.tenantId().equals(event.tenantId())) {
                QueueEvent gaveUp = event;
                int waited = (int) (Long.parseLong(gaveUp.detail().getOrDefault("waited", "0")) / 1000);
                write(() -> book.abandoned(gaveUp.tenantId(), gaveUp.queueId(), gaveUp.at(), waited, gaveUp.detail().getOrDefault("caller", "")));
            }
        }
    }

    private void write(Runnable line) {
        if (unwritten.size() >= MOST_WAITING) {
            LOG.warn("Too many alerts wait to be written; the oldest is left out");
            unwritten.removeFirst();
        }
        unwritten.addLast(line);
    }

    private void catchUp() {
        try {
            while (!unwritten.isEmpty()) {
                unwritten.getFirst().run();
                unwritten.removeFirst();
            }
        } catch (DataAccessException away) {
            LOG.warn("The database is away; {} alerts wait to be written: {}", unwritten.size(), away.getMessage());
        }
    }

    private void work() {
        while (!closed) {
            try {
                look();
                Thread.sleep(ROUND);
            } catch (InterruptedException stopping) {
                LOG.debug("closing");
            } catch (RuntimeException fault) {
                // One odd queue must not end the watch over all others.
                LOG.error("A round of the alerts failed", fault);
                rest();
            }
        }
    }

    private static void rest() {
        try {
            Thread.sleep(ROUND);
        } catch (InterruptedException stopping) {
            LOG.debug("closing");
        }
    }

    /** Stops looking. */
    @Override
    public void close() {
        closed = true;
        worker.interrupt();
        try {
            worker.join(Duration.ofSeconds(3));
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }
}
