package org.switchboard.telephony.callcentre;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.switchboard.telephony.ari.AriChannel;
import org.switchboard.telephony.ari.AriException;
import org.switchboard.telephony.call.CallThreads;

/** Opens floors as soon as it is known what there is, and compares them with Asterisk from time to time. */
final class FloorWatch implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(FloorWatch.class);
    private static final Duration COMPARE_EVERY = Duration.ofSeconds(30);
    private static final Duration TRY_AGAIN = Duration.ofSeconds(1);

    private final FloorTools tools;
    private final Map<UUID, Floor> floors;
    private final Set<UUID> closed = ConcurrentHashMap.newKeySet();
    private final CallThreads.Bell bell;
    private final AtomicBoolean started = new AtomicBoolean();
    private volatile boolean over;

    FloorWatch(FloorTools tools, Map<UUID, Floor> floors) {
        this.tools = tools;
        this.floors = floors;
        this.bell = tools.threads().bell();
    }

    /** A floor is there that must be opened. */
    void toOpen(UUID tenantId) {
        closed.add(tenantId);
    }

    /** Begins, or looks at once. */
    void look() {
        if (started.compareAndSet(false, true)) {
            tools.threads().unstarted(this::work).start();
        }
        bell.ring();
    }

    /** The connection has come back: what happened meanwhile is found out, on a thread of its own since events wait. */
    void connected() {
        if (started.get()) {
            tools.threads().unstarted(this::compare).start();
        }
    }

    private void work() {
        try {
            var last = tools.clock().instant();
            while (!over) {
                var due = !tools.clock().instant().isBefore(last.plus(COMPARE_EVERY));
                if (due || !closed.isEmpty()) {
                    last = tools.clock().instant();
                    compare();
                }
                bell.await((closed.isEmpty() ? COMPARE_EVERY : TRY_AGAIN).toNanos());
            }
        } catch (InterruptedException _) {
            log.debug("call centres are no longer looked after");
        }
    }

    /** One at a time, since a floor minds what happens between the question and the answer. */
    private synchronized void compare() {
        try {
            floors.values().forEach(Floor::look);
            var byTenant = tools.ari().channels().stream().collect(Collectors.groupingBy(AriChannel::tenantid));
            floors.forEach((tenantId, floor) -> {
                var channels = byTenant.getOrDefault(tenantId.toString(), List.of());
                if (closed.contains(tenantId)) {
                    floor.open(tools.memory().agents(tenantId), tools.memory().stays(tenantId), channels, tools.memory().zone(tenantId));
                    closed.remove(tenantId);
                } else {
                    floor.compare(channels);
                }
            });
        } catch (AriException | DataAccessException e) {
            log.warn("Call centres could not be compared with what there is; soon again: {}", e.getMessage());
        } catch (RuntimeException e) {
            log.error("Call centres could not be compared with what there is; soon again", e);
        }
    }

    @Override
    public void close() {
        over = true;
        bell.ring();
    }
}
