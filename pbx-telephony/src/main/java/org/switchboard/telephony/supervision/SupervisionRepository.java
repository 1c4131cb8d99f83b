package org.switchboard.telephony.supervision;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** SQL that reads the record of supervision. Runs inside a transaction of a tenant's scope, and sees that tenant's rows only. */
@Repository
public class SupervisionRepository {

    private final JdbcClient jdbc;

    /**
     * Uses the portal's database role.
     *
     * @param jdbc its client
     */
    public SupervisionRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Lists sessions, newest first.
     *
     * @param queues those of these queues only; empty for all
     * @param after  id of the session to go on from; null begins at the newest
     * @param limit  most rows to give
     * @return the sessions
     */
    public List<PastSupervision> list(Collection<UUID> queues, UUID after, int limit) {
        return jdbc.sql("""
                select s.*, coalesce((select array_agg(t.mode order by t.at) from supervision_turn t where t.supervision_id = s.id), '{}') as modes,
                       coalesce((select array_agg(extract(epoch from t.at)::double precision order by t.at)
                                   from supervision_turn t where t.supervision_id = s.id), '{}') as times
                  from supervision s
                 where (cardinality(:queues::uuid[]) = 0 or s.queue_id = any(:queues::uuid[]))
                   and (:after::uuid is null or (s.asked_at, s.id) < (select asked_at, id from supervision where id = :after::uuid))
                 order by s.asked_at desc, s.id desc limit :limit""")
                .param("queues", queues.toArray(UUID[]::new)).param("after", after).param("limit", limit)
                .query(SupervisionRepository::session).list();
    }

    private static PastSupervision session(ResultSet row, int number) throws SQLException {
        var modes = (String[]) row.getArray("modes").getArray();
        var times = (Double[]) row.getArray("times").getArray();
        var turns = new ArrayList<PastSupervision.Turn>();
        for (var i = 0; i < modes.length; i++) {
            turns.add(new PastSupervision.Turn(Instant.ofEpochMilli(Math.round(times[i] * 1000)), SpyMode.of(modes[i]).orElseThrow()));
        }
        return new PastSupervision(row.getObject("id", UUID.class), row.getString("by"), row.getString("extension"), row.getObject("agent_id", UUID.class),
                row.getString("agent_name"), row.getObject("queue_id", UUID.class), row.getString("queue_name"), row.getString("linked_id"),
                instant(row, "asked_at"), instant(row, "ended_at"), turns);
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        var value = row.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }
}
