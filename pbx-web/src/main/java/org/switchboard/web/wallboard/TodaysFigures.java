package org.switchboard.web.wallboard;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Deque;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;
import org.switchboard.telephony.board.BoardQueue;
import org.switchboard.telephony.board.BoardService;
import org.switchboard.telephony.figures.FigureRules;
import org.switchboard.telephony.queuelog.QueueEvent;
import org.switchboard.telephony.queuelog.QueueEventListener;
import org.switchboard.telephony.queuelog.QueueEventRepository;
import org.switchboard.telephony.queuelog.RecordedEvent;
import org.switchboard.telephony.tenant.TenantScope;
import org.switchboard.telephony.tenant.TenantService;

/**
 * Counts each company's day as it goes: what is in the database since local midnight, and each event the moment it is written down. Events
 * have ids, so what comes both ways counts once; what was in neither (written just before a restart) is found by looking again.
 */
@Component
public final class TodaysFigures implements DayFigures, QueueEventListener {

    private static final Logger LOG = LoggerFactory.getLogger(TodaysFigures.class);
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(30);
    // Longer than an event ever takes from the file into the database while that is well.
    private static final Duration ON_THE_WAY = Duration.ofMinutes(10);
    private static final int MOST_RECENT = 100_000;

    private final BoardService board;
    private final TenantService tenants;
    private final QueueEventRepository events;
    private final TransactionTemplate reading;
    private final Clock clock;
    private final Map<UUID, DayBook> books = new ConcurrentHashMap<>();
    private final Deque<QueueEvent> recent = new ConcurrentLinkedDeque<>();

    /**
     * Wires the component.
     *
     * @param board       what the service level is measured against
     * @param tenants     the company's clock
     * @param jdbc        reads the events
     * @param transaction the portal's transactions
     * @param clock       the time
     */
    public TodaysFigures(BoardService board, TenantService tenants, JdbcClient jdbc, TransactionTemplate transaction, Clock clock) {
        this.board = board;
        this.tenants = tenants;
        this.events = new QueueEventRepository(jdbc);
        this.reading = new TransactionTemplate(transaction.getTransactionManager());
        this.reading.setReadOnly(true);
        this.clock = clock;
    }

    @Override
    public void happened(QueueEvent event) {
        recent.addLast(event);
        Instant oldest = clock.instant().minus(ON_THE_WAY);
        for (QueueEvent first = recent.peekFirst(); first != null && (first.at().isBefore(oldest) || recent.size() > MOST_RECENT);
                first = recent.peekFirst()) {
            recent.pollFirst();
        }
        DayBook book = books.get(event.tenantId());
        if (book != null && !book.hear(event)) {
            books.remove(event.tenantId(), book);
        }
    }

    @Override
    public Day of(UUID tenantId) {
        Instant now = clock.instant();
        DayBook book = books.get(tenantId);
        try {
            if (book == null || book.isOver(now)) {
                book = open(tenantId, now);
            } else if (book.isDue(now, LOOK_AGAIN)) {
                book = lookAgain(tenantId, book, now);
            }
        } catch (DataAccessException | TransactionException away) {
            LOG.debug("tenant={} the figures go on with what is heard: {}", tenantId, away.getMessage());
        }
        return book == null ? Day.EMPTY : book.day();
    }

    private DayBook open(UUID tenantId, Instant now) {
        FigureRules rules = rules(tenantId);
        DayBook fresh = new DayBook(rules, now);
        // From here on events are heard; those before are in the database, or among the recent.
        books.put(tenantId, fresh);
        read(tenantId, fresh, fresh.midnight());
        recent.stream().filter(event -> event.tenantId().equals(tenantId)).forEach(fresh::count);
        return fresh;
    }

    private DayBook lookAgain(UUID tenantId, DayBook book, Instant now) {
        if (!rules(tenantId).equals(book.rules())) {
            return open(tenantId, now);
        }
        book.looked(now);
        read(tenantId, book, now.minus(ON_THE_WAY));
        return book;
    }

    private void read(UUID tenantId, DayBook book, Instant from) {
        scope(tenantId).run(() -> reading.executeWithoutResult(status -> {
            try (Stream<RecordedEvent> rows = events.between(tenantId, from, book.end())) {
                rows.map(RecordedEvent::event).forEach(book::count);
            }
        }));
    }

    private FigureRules rules(UUID tenantId) {
        return scope(tenantId).call(() -> FigureRules.of(ZoneId.of(tenants.current().timeZone()), board.settings().queues().stream()
                .collect(Collectors.toMap(BoardQueue::id, queue -> Duration.ofSeconds(queue.targetSeconds())))));
    }

    private static TenantScope scope(UUID tenantId) {
        return TenantScope.tenant(tenantId, "wallboard");
    }
}
