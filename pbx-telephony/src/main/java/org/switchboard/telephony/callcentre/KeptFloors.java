package org.switchboard.telephony.callcentre;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The floors' memory in the database, written behind: of a thing that changes several times before it is written only the last is. A database that is away
 * is tried again until it is back.
 */
public final class KeptFloors implements FloorMemory, AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(KeptFloors.class);
    private static final Duration TRY_AGAIN = Duration.ofSeconds(1);
    private static final Duration LAST_PATIENCE = Duration.ofSeconds(5);

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final TransactionTemplate transaction;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition news = lock.newCondition();
    private Map<UUID, AgentMemoryRow> agents = new LinkedHashMap<>();
    private Map<String, StayChange> stays = new LinkedHashMap<>();
    private final Thread worker = Thread.ofPlatform().name("floor-memory").daemon().unstarted(this::work);
    private boolean closed;
    private boolean failing;

    /** A stay as it is now; without one it is over. */
    private record StayChange(UUID tenantId, String visit, OpenStay now) {
    }

    /**
     * Makes a memory and begins to keep.
     *
     * @param engine connections as role {@code pbx_engine}
     */
    public KeptFloors(DataSource engine) {
        this.batches = new JdbcTemplate(engine);
        this.jdbc = JdbcClient.create(batches);
        this.transaction = new TransactionTemplate(new DataSourceTransactionManager(engine));
        worker.start();
    }

    @Override
    public List<AgentMemoryRow> agents(UUID tenantId) {
        return jdbc.sql("""
                select tenant_id, agent_id, signed_in_since, extension_id, paused_since, pause_reason_id, wrap_up_since, wrap_up_until, set_aside_until,
                       last_talk_ended, talks_today
                  from agent_state where tenant_id = ?""").param(tenantId)
                .query((row, _) -> new AgentMemoryRow(id(row, "tenant_id"), id(row, "agent_id"), instant(row, "signed_in_since"), id(row, "extension_id"),
                        instant(row, "paused_since"), id(row, "pause_reason_id"), instant(row, "wrap_up_since"), instant(row, "wrap_up_until"),
                        instant(row, "set_aside_until"), instant(row, "last_talk_ended"), row.getInt("talks_today"))).list();
    }

    @Override
    public List<OpenStay> stays(UUID tenantId) {
        return jdbc.sql("select * from queue_stay where tenant_id = ? order by entered_at").param(tenantId)
                .query((row, _) -> new OpenStay(id(row, "tenant_id"),
                        new CallerStay(row.getString("visit"), id(row, "queue_id"), instant(row, "entered_at"), row.getInt("priority"), row.getLong("rank"),
                                row.getString("number"), row.getString("name"), row.getString("linked_id").isEmpty() ? null : row.getString("linked_id")),
                        row.getString("channel"), row.getBoolean("callback"), id(row, "agent_id"), row.getString("agent_leg"),
                        instant(row, "answered_at"))).list();
    }

    @Override
    public ZoneId zone(UUID tenantId) {
        return jdbc.sql("select time_zone from tenant where id = ?").param(tenantId).query(String.class).optional().map(ZoneId::of)
                .orElse(ZoneId.of("UTC"));
    }

    private static UUID id(ResultSet row, String column) throws SQLException {
        return row.getObject(column, UUID.class);
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }

    @Override
    public void keep(AgentMemoryRow row) {
        change(() -> agents.put(row.agentId(), row));
    }

    @Override
    public void keep(OpenStay stay) {
        change(() -> stays.put(stay.stay().visit(), new StayChange(stay.tenantId(), stay.stay().visit(), stay)));
    }

    @Override
    public void forget(UUID tenantId, String visit) {
        change(() -> stays.put(visit, new StayChange(tenantId, visit, null)));
    }

    private void change(Runnable what) {
        lock.lock();
        try {
            what.run();
            news.signal();
        } finally {
            lock.unlock();
        }
    }

    private void work() {
        try {
            while (awaitNews()) {
                if (!writeAll()) {
                    TimeUnit.NANOSECONDS.sleep(TRY_AGAIN.toNanos());
                }
            }
        } catch (InterruptedException _) {
            log.warn("Where agents and callers are was not written to the end");
        }
    }

    private boolean awaitNews() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (!closed && agents.isEmpty() && stays.isEmpty()) {
                news.await();
            }
            return !agents.isEmpty() || !stays.isEmpty();
        } finally {
            lock.unlock();
        }
    }

    private boolean writeAll() {
        Map<UUID, AgentMemoryRow> someAgents;
        Map<String, StayChange> someStays;
        lock.lock();
        try {
            someAgents = agents;
            someStays = stays;
            agents = new LinkedHashMap<>();
            stays = new LinkedHashMap<>();
        } finally {
            lock.unlock();
        }
        try {
            transaction.executeWithoutResult(_ -> {
                writeAgents(List.copyOf(someAgents.values()));
                writeStays(List.copyOf(someStays.values()));
            });
            failing = false;
            return true;
        } catch (DataAccessException | TransactionException e) {
            if (!failing) {
                failing = true;
                log.error("Where agents and callers are cannot be kept now, and would be lost with this process; it is tried again", e);
            }
            putBack(someAgents, someStays);
            return false;
        }
    }

    private void putBack(Map<UUID, AgentMemoryRow> someAgents, Map<String, StayChange> someStays) {
        change(() -> {
            someAgents.forEach(agents::putIfAbsent);
            someStays.forEach(stays::putIfAbsent);
        });
    }

    /** Agents, extensions and reasons may have been deleted meanwhile. */
    private void writeAgents(List<AgentMemoryRow> rows) {
        batches.batchUpdate("""
                insert into agent_state as s (tenant_id, agent_id, signed_in, signed_in_since, extension_id, paused_since, pause_reason_id, wrap_up_since,
                                              wrap_up_until, set_aside_until, last_talk_ended, talks_today, updated_at)
                select a.tenant_id, a.id, ?::boolean, ?::timestamptz, (select id from extension where tenant_id = a.tenant_id and id = ?::uuid),
                       ?::timestamptz, (select id from pause_reason where tenant_id = a.tenant_id and id = ?::uuid), ?::timestamptz, ?::timestamptz,
                       ?::timestamptz, ?::timestamptz, ?::int, now()
                  from agent a where a.tenant_id = ?::uuid and a.id = ?::uuid
                on conflict (agent_id) do update set signed_in = excluded.signed_in, signed_in_since = excluded.signed_in_since,
                  extension_id = excluded.extension_id, paused_since = excluded.paused_since, pause_reason_id = excluded.pause_reason_id,
                  wrap_up_since = excluded.wrap_up_since, wrap_up_until = excluded.wrap_up_until, set_aside_until = excluded.set_aside_until,
                  last_talk_ended = excluded.last_talk_ended, talks_today = excluded.talks_today, updated_at = excluded.updated_at""",
                rows, 500, (statement, row) -> set(statement, row.signedInSince() != null, row.signedInSince(), row.extensionId(), row.pausedSince(),
                        row.pauseReasonId(), row.wrapUpSince(), row.wrapUpUntil(), row.setAsideUntil(), row.lastTalkEnded(), row.talksToday(),
                        row.tenantId(), row.agentId()));
    }

    private void writeStays(List<StayChange> changes) {
        var over = new ArrayList<StayChange>();
        var on = new ArrayList<OpenStay>();
        changes.forEach(change -> {
            if (change.now() == null) {
                over.add(change);
            } else {
                on.add(change.now());
            }
        });
        batches.batchUpdate("delete from queue_stay where tenant_id = ? and visit = ?", over, 500,
                (statement, change) -> set(statement, change.tenantId(), change.visit()));
        batches.batchUpdate("""
                insert into queue_stay (visit, queue_id, entered_at, priority, rank, number, name, linked_id, channel, callback, agent_id, agent_leg,
                                        answered_at, tenant_id)
                select ?, ?::uuid, ?::timestamptz, ?::int, ?::bigint, ?, ?, ?, ?, ?::boolean, ?::uuid, ?, ?::timestamptz, id from tenant where id = ?::uuid
                on conflict (tenant_id, visit) do update set priority = excluded.priority, rank = excluded.rank, number = excluded.number,
                  linked_id = excluded.linked_id, channel = excluded.channel, callback = excluded.callback, agent_id = excluded.agent_id,
                  agent_leg = excluded.agent_leg, answered_at = excluded.answered_at""",
                on, 500, (statement, open) -> {
                    var stay = open.stay();
                    set(statement, stay.visit(), stay.queueId(), stay.enteredAt(), stay.priority(), stay.rank(), stay.number(), stay.name(),
                            Objects.requireNonNullElse(stay.linkedId(), ""), open.channel(), open.callback(), open.agentId(), open.agentLeg(), open.answeredAt(), open.tenantId());
                });
    }

    private static void set(PreparedStatement statement, Object... values) throws SQLException {
        for (var i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i] instanceof Instant instant ? Timestamp.from(instant) : values[i]);
        }
    }

    /** Writes what is left, for a few seconds at most. */
    @Override
    public void close() {
        change(() -> closed = true);
        try {
            if (!worker.join(LAST_PATIENCE)) {
                worker.interrupt();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
