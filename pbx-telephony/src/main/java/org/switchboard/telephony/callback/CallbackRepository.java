package org.switchboard.telephony.callback;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** SQL that reads callbacks. Runs inside a transaction of a tenant's scope, and sees that tenant's rows only. */
@Repository
public class CallbackRepository {

    private static final String SELECT = """
            select c.*, (select count(*) from callback_attempt a where a.callback_id = c.id) as attempts,
                   (select a.result from callback_attempt a where a.callback_id = c.id order by a.attempt desc limit 1) as last_result
              from callback c
            """;

    private final JdbcClient jdbc;

    /**
     * Uses the portal's database role.
     *
     * @param jdbc its client
     */
    public CallbackRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Lists the callbacks of a queue: those that wait, in the order in which they came, then the others, newest first.
     *
     * @param queueId the queue
     * @param limit   most rows to give of each
     * @return the callbacks
     */
    public List<PastCallback> ofQueue(UUID queueId, int limit) {
        return jdbc.sql("(" + SELECT + "where c.queue_id = :queue and c.ended_at is null order by c.entered_at, c.id limit :limit) union all ("
                + SELECT + "where c.queue_id = :queue and c.ended_at is not null order by c.asked_at desc, c.id desc limit :limit)")
                .param("queue", queueId).param("limit", limit).query(CallbackRepository::callback).list();
    }

    /**
     * Finds one.
     *
     * @param id the callback
     * @return empty when the company has none such
     */
    public Optional<PastCallback> find(UUID id) {
        return jdbc.sql(SELECT + "where c.id = :id").param("id", id).query(CallbackRepository::callback).optional();
    }

    private static PastCallback callback(ResultSet row, int number) throws SQLException {
        return new PastCallback(row.getObject("id", UUID.class), row.getObject("queue_id", UUID.class), row.getString("visit"), row.getString("number"),
                row.getString("name"), instant(row, "entered_at"), instant(row, "asked_at"), instant(row, "not_before"), row.getInt("attempts"),
                row.getString("last_result"), instant(row, "ended_at"), row.getString("result"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        var value = row.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }
}
