package org.switchboard.telephony.queuelog;

import java.nio.charset.StandardCharsets;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** Writes events of queues. Engine's role, inside a transaction. What is written twice is there once. */
final class QueueEventRows {

    private static final int BATCH = 500;

    private final JdbcTemplate batches;
    private final JdbcClient jdbc;
    private final JsonMapper json = JsonMapper.shared();
    private final Set<YearMonth> partitions = new HashSet<>();

    QueueEventRows(JdbcTemplate jdbc) {
        this.batches = jdbc;
        this.jdbc = JdbcClient.create(jdbc);
    }

    /**
     * Whether it is not known yet that there is a partition for a moment.
     *
     * @param moment the moment
     * @return true until {@link #hasPartition} was called for its month
     */
    boolean needsPartition(Instant moment) {
        return !partitions.contains(month(moment));
    }

    /**
     * Makes the partition for a moment, where it is missing.
     *
     * @param moment the moment
     */
    void makePartition(Instant moment) {
        jdbc.sql("select ensure_queue_event_partition(:moment)").param("moment", time(moment)).query(row -> {
        });
    }

    /**
     * Remembers that there is a partition.
     *
     * @param moment a moment in its month
     */
    void hasPartition(Instant moment) {
        partitions.add(month(moment));
    }

    private static YearMonth month(Instant moment) {
        return YearMonth.from(moment.atOffset(ZoneOffset.UTC));
    }

    /**
     * Writes events, with the names that queue and agent have now. An event of a company that is gone is left out, and one of a stay that is
     * known by its id already, even if it was to have happened at another time: an engine that died tells again what it had told.
     *
     * @param events the events
     */
    void insert(Collection<QueueEvent> events) {
        batches.batchUpdate("""
                insert into queue_event (tenant_id, id, at, kind, queue_id, queue_name, agent_id, agent_name, visit, linked_id, call_id, detail)
                select t.id, ?, ?, ?, e.queue, (select q.name from queue q where q.tenant_id = t.id and q.id = e.queue),
                       e.agent, (select a.name from agent a where a.tenant_id = t.id and a.id = e.agent), ?, ?, ?, ?::jsonb
                  from tenant t cross join (values (?::uuid, ?::uuid)) as e (queue, agent)
                 where t.id = ?
                   and not exists (select from queue_event known where known.tenant_id = t.id and known.visit = ? and known.id = ?)
                on conflict do nothing""", events, BATCH, this::bind);
    }

    private void bind(PreparedStatement row, QueueEvent event) throws SQLException {
        row.setObject(1, event.id());
        row.setObject(2, time(event.at()));
        row.setString(3, event.kind().value());
        row.setString(4, event.visit());
        row.setString(5, event.linkedId());
        row.setObject(6, callId(event.linkedId()), Types.OTHER);
        row.setString(7, json.writeValueAsString(event.detail()));
        row.setObject(8, event.queueId(), Types.OTHER);
        row.setObject(9, event.agentId(), Types.OTHER);
        row.setObject(10, event.tenantId());
        row.setString(11, event.visit());
        row.setObject(12, event.id());
    }

    /** As {@code CallRecord} of the call history makes it. */
    private static UUID callId(String linkedId) {
        return linkedId == null ? null : UUID.nameUUIDFromBytes(linkedId.getBytes(StandardCharsets.UTF_8));
    }

    private static OffsetDateTime time(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }
}
