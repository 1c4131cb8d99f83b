package org.switchboard.telephony.callback;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.OptionalInt;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.switchboard.telephony.callcentre.CallerStay;
import org.switchboard.telephony.callcentre.Callbacks;

/** The callbacks as they are kept, as role {@code pbx_engine}. Every method throws {@link org.springframework.dao.DataAccessException} when it cannot. */
final class CallbackBook {

    private static final String SELECT = """
            select c.*, coalesce(a.attempt, 0) as attempts, a.attempt is not null and a.ended_at is null as attempt_open
              from callback c
              left join lateral (select attempt, ended_at from callback_attempt t where t.callback_id = c.id order by attempt desc limit 1) a on true
             where c.ended_at is null""";

    private final JdbcClient jdbc;

    CallbackBook(DataSource engine) {
        this.jdbc = JdbcClient.create(engine);
    }

    /** Takes a wish down. */
    void keep(KeptCallback callback) {
        var stay = callback.stay();
        jdbc.sql("""
                insert into callback (id, tenant_id, queue_id, visit, number, caller, name, shows, linked_id, entered_at, priority, rank, asked_at)
                values (:id, :tenant, :queue, :visit, :number, :caller, :name, :shows, :linkedId, :entered, :priority, :rank, :asked)""")
                .param("id", callback.id()).param("tenant", callback.tenantId()).param("queue", stay.queueId()).param("visit", stay.visit())
                .param("number", stay.number()).param("caller", callback.caller()).param("name", stay.name()).param("shows", callback.shows())
                .param("linkedId", stay.linkedId()).param("entered", at(stay.enteredAt())).param("priority", stay.priority())
                .param("rank", stay.rank()).param("asked", at(callback.askedAt())).update();
    }

    /** All that wait, of all companies. */
    List<KeptCallback> waiting() {
        return jdbc.sql(SELECT).query(CallbackBook::callback).list();
    }

    /** Keeps where a supervisor has put one. */
    void place(UUID id, int priority, long rank) {
        jdbc.sql("update callback set priority = :priority, rank = :rank where id = :id").param("id", id).param("priority", priority)
                .param("rank", rank).update();
    }

    /**
     * Claims the next attempt. Only who has it may dial.
     *
     * @return its number; empty when somebody else has it, or the callback is over
     */
    OptionalInt claim(UUID id, UUID agentId, Instant now) {
        try {
            var attempt = jdbc.sql("""
                    insert into callback_attempt (callback_id, attempt, tenant_id, agent_id, begun_at)
                    select c.id, coalesce((select max(attempt) from callback_attempt t where t.callback_id = c.id), 0) + 1, c.tenant_id, a.id, :now
                      from callback c left join agent a on a.tenant_id = c.tenant_id and a.id = :agent
                     where c.id = :id and c.ended_at is null
                       and not exists (select from callback_attempt t where t.callback_id = c.id and t.ended_at is null)
                    returning attempt""").param("id", id).param("agent", agentId).param("now", at(now)).query(Integer.class).optional();
            return attempt.map(OptionalInt::of).orElse(OptionalInt.empty());
        } catch (DuplicateKeyException _) {
            return OptionalInt.empty();
        }
    }

    /** Notes what came of the attempt that is open. */
    void attempted(UUID id, AttemptResult result, Instant now) {
        jdbc.sql("update callback_attempt set ended_at = greatest(:now, begun_at), result = :result where callback_id = :id and ended_at is null")
                .param("id", id).param("result", result.key()).param("now", at(now)).update();
    }

    /** Lets it rest. */
    void notBefore(UUID id, Instant then) {
        jdbc.sql("update callback set not_before = :then where id = :id").param("id", id).param("then", at(then)).update();
    }

    /** Closes it after a talk. */
    void talked(UUID id, Instant now) {
        close(id, "talked", now);
    }

    /**
     * Closes it without a talk.
     *
     * @return false when it was closed already
     */
    boolean close(UUID id, Callbacks.End end, Instant now) {
        return close(id, switch (end) {
            case FAILED -> "failed";
            case CANCELLED -> "cancelled";
        }, now);
    }

    private boolean close(UUID id, String result, Instant now) {
        return jdbc.sql("update callback set ended_at = :now, result = :result where id = :id and ended_at is null")
                .param("id", id).param("result", result).param("now", at(now)).update() == 1;
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static KeptCallback callback(ResultSet row, int number) throws SQLException {
        var stay = new CallerStay(row.getString("visit"), row.getObject("queue_id", UUID.class), instant(row, "entered_at"), row.getInt("priority"),
                row.getLong("rank"), row.getString("number"), row.getString("name"), row.getString("linked_id"));
        return new KeptCallback(row.getObject("id", UUID.class), row.getObject("tenant_id", UUID.class), stay, row.getString("caller"),
                row.getString("shows"), instant(row, "asked_at"), instant(row, "not_before"), row.getInt("attempts"), row.getBoolean("attempt_open"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        var value = row.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }
}
