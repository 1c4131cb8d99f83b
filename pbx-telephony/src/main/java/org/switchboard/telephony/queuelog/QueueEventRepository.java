package org.switchboard.telephony.queuelog;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads events of queues, in the order in which they happened and were written. With the web's role it needs the scope of the company
 * that is asked about; with the engine's it reads any.
 */
@Repository
public class QueueEventRepository {

    private static final int FETCH = 2_000;
    /** Agents who did nothing for longer are not taken for signed in. */
    private static final Duration MEMORY = Duration.ofDays(31);
    private static final TypeReference<Map<String, String>> DETAIL = new TypeReference<>() {
    };
    private static final String COLUMNS = """
            select tenant_id, id, at, kind, queue_id, queue_name, agent_id, agent_name, visit, linked_id, call_id, detail
              from queue_event e""";

    private final JdbcClient jdbc;
    private final JsonMapper json = JsonMapper.shared();

    /**
     * Makes it.
     *
     * @param jdbc connections of the web's or the engine's role
     */
    public QueueEventRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Streams what happened in a time; to be closed, and read inside a transaction, so that only a few rows are in memory at once.
     *
     * @param tenantId the company
     * @param from     first moment
     * @param to       moment after the last
     * @return the events, the earliest first
     */
    public Stream<RecordedEvent> between(UUID tenantId, Instant from, Instant to) {
        return jdbc.sql(COLUMNS + " where e.tenant_id = :tenant and e.at >= :from and e.at < :to order by e.at, e.seq")
                .param("tenant", tenantId).param("from", time(from)).param("to", time(to))
                .withFetchSize(FETCH)
                .query(this::event)
                .stream();
    }

    /**
     * What is to be known to count from a moment on: what each agent did last before it, at most a month back. That is of each agent the
     * last signing in or out, the last pause or its end, and the last talk or what came after it.
     *
     * @param tenantId the company
     * @param moment   the moment
     * @return these events, the earliest first
     */
    public List<RecordedEvent> lastBefore(UUID tenantId, Instant moment) {
        return jdbc.sql("select * from (" + """
                select distinct on (e.agent_id, case when e.kind in ('signed_in', 'signed_out') then 1 when e.kind in ('paused', 'resumed') then 2 else 3 end)
                       e.*
                  from queue_event e
                 where e.tenant_id = :tenant and e.at >= :oldest and e.at < :moment and e.agent_id is not null
                   and e.kind in ('signed_in', 'signed_out', 'paused', 'resumed', 'answered', 'talk_ended', 'wrap_up_ended')
                 order by e.agent_id, case when e.kind in ('signed_in', 'signed_out') then 1 when e.kind in ('paused', 'resumed') then 2 else 3 end,
                       e.at desc, e.seq desc) as last order by at, seq""")
                .param("tenant", tenantId).param("moment", time(moment)).param("oldest", time(moment.minus(MEMORY)))
                .query(this::event)
                .list();
    }

    /**
     * What happened in one stay of a caller.
     *
     * @param tenantId the company
     * @param visit    the stay
     * @return its events, the earliest first
     */
    public List<RecordedEvent> ofVisit(UUID tenantId, String visit) {
        return jdbc.sql(COLUMNS + " where e.tenant_id = :tenant and e.visit = :visit order by e.at, e.seq")
                .param("tenant", tenantId).param("visit", visit)
                .query(this::event)
                .list();
    }

    private RecordedEvent event(ResultSet row, int number) throws SQLException {
        Map<String, String> detail = json.readValue(row.getString("detail"), DETAIL);
        QueueEvent event = new QueueEvent(row.getObject("id", UUID.class), row.getObject("tenant_id", UUID.class),
                row.getObject("at", OffsetDateTime.class).toInstant(), QueueEventKind.of(row.getString("kind")),
                row.getObject("queue_id", UUID.class), row.getObject("agent_id", UUID.class), row.getString("visit"), row.getString("linked_id"),
                detail);
        return new RecordedEvent(event, row.getString("queue_name"), row.getString("agent_name"), row.getObject("call_id", UUID.class));
    }

    private static OffsetDateTime time(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }
}
