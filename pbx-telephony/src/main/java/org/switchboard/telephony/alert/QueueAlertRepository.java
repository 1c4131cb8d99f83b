package org.switchboard.telephony.alert;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** SQL that reads alerts. Runs inside a transaction of a tenant's scope, and sees that tenant's rows only. */
@Repository
public class QueueAlertRepository {

    private final JdbcClient jdbc;

    /**
     * Uses the portal's database role.
     *
     * @param jdbc its client
     */
    public QueueAlertRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * What lasts, and what began after a time.
     *
     * @param after the time
     * @param limit most rows to give
     * @return what lasts first, then the newest first
     */
    public List<QueueAlert> recent(Instant after, int limit) {
        return jdbc.sql("""
                select a.id, a.queue_id, q.name, a.kind, a.began_at, a.ended_at, a.value, a.bound, a.caller
                  from queue_alert a join queue q on q.tenant_id = a.tenant_id and q.id = a.queue_id
                 where a.ended_at is null or a.began_at > :after
                 order by a.ended_at is not null, a.began_at desc, a.id desc limit :limit""")
                .param("after", after.atOffset(ZoneOffset.UTC)).param("limit", limit)
                .query(QueueAlertRepository::alert)
                .list();
    }

    private static QueueAlert alert(ResultSet row, int number) throws SQLException {
        return new QueueAlert(row.getObject("id", UUID.class), row.getObject("queue_id", UUID.class), row.getString("name"),
                AlertKind.of(row.getString("kind")), row.getTimestamp("began_at").toInstant(),
                row.getTimestamp("ended_at") == null ? null : row.getTimestamp("ended_at").toInstant(), row.getInt("value"),
                row.getObject("bound", Integer.class), row.getString("caller"));
    }
}
