package org.switchboard.telephony.schedule;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.switchboard.telephony.input.InvalidInput;
import org.switchboard.telephony.input.NotFound;
import org.switchboard.telephony.tenant.TenantScope;

/**
 * Reads the feeds of all companies once a day each; one that failed is tried again after an hour. Runs on one thread, so that a
 * slow feed delays others but takes nothing else away.
 */
public final class FeedRounds {

    private static final Logger LOG = LoggerFactory.getLogger(FeedRounds.class);
    private static final Duration FRESH = Duration.ofHours(24);
    private static final Duration AGAIN = Duration.ofHours(1);

    private final JdbcClient engine;
    private final ScheduleFeeds feeds;
    private final InstantSource clock;
    private final Map<UUID, Instant> tried = new HashMap<>();

    /**
     * Wires the rounds.
     *
     * @param engine connections of the role {@code pbx_engine}, which sees every company's schedules
     * @param feeds  reads one feed
     * @param clock  the time
     */
    public FeedRounds(DataSource engine, ScheduleFeeds feeds, InstantSource clock) {
        this.engine = JdbcClient.create(engine);
        this.feeds = feeds;
        this.clock = clock;
    }

    private record Due(UUID tenantId, UUID id) {
    }

    /**
     * Reads the feeds that are due.
     *
     * @return how many were tried
     */
    public int run() {
        Instant now = clock.instant();
        tried.values().removeIf(at -> at.plus(AGAIN).isBefore(now));
        List<Due> due = engine.sql("""
                select tenant_id, id from schedule where feed_url is not null and (feed_read_at is null or feed_read_at < :before)""")
                .param("before", now.minus(FRESH).atOffset(ZoneOffset.UTC))
                .query((row, number) -> new Due(row.getObject("tenant_id", UUID.class), row.getObject("id", UUID.class))).list().stream()
                .filter(one -> !tried.containsKey(one.id())).toList();
        due.forEach(this::read);
        return due.size();
    }

    private void read(Due due) {
        tried.put(due.id(), clock.instant());
        try {
            Schedule read = TenantScope.tenant(due.tenantId(), "iCal").call(() -> feeds.refresh(due.id()));
            if (read.feed() != null && read.feed().problem() != null) {
                LOG.info("holidays of schedule {} were not read: {}", due.id(), read.feed().problem());
            }
        } catch (NotFound | InvalidInput gone) {
            LOG.info("holidays of schedule {} are not read: {}", due.id(), gone.getMessage());
        }
    }
}
