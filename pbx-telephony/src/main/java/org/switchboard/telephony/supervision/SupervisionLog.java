package org.switchboard.telephony.supervision;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Writes the record of supervision, as role {@code pbx_engine}. Every method may be repeated without harm, and throws
 * {@link org.springframework.dao.DataAccessException} when the database is away.
 */
final class SupervisionLog {

    private final JdbcClient jdbc;

    SupervisionLog(DataSource engine) {
        this.jdbc = JdbcClient.create(engine);
    }

    void begin(SupervisionSession session) {
        jdbc.sql("""
                insert into supervision (id, tenant_id, by, extension, agent_id, agent_name, queue_id, queue_name, linked_id, channel_id, asked_at)
                values (:id, :tenant, :by, :extension, :agent, :agentName, :queue, :queueName, :linkedId, :channel, :at)
                on conflict do nothing""")
                .param("id", session.id()).param("tenant", session.talk().tenantId()).param("by", session.who().by())
                .param("extension", session.who().extension()).param("agent", session.talk().agentId()).param("agentName", session.talk().agentName())
                .param("queue", session.talk().queueId()).param("queueName", session.talk().queueName())
                .param("linkedId", session.talk().linkedId()).param("channel", session.channelId())
                .param("at", session.askedAt().atOffset(ZoneOffset.UTC)).update();
    }

    void turn(SupervisionSession session, SpyMode mode, Instant at) {
        jdbc.sql("insert into supervision_turn (supervision_id, tenant_id, at, mode) values (:id, :tenant, :at, :mode) on conflict do nothing")
                .param("id", session.id()).param("tenant", session.talk().tenantId()).param("at", at.atOffset(ZoneOffset.UTC))
                .param("mode", mode.key()).update();
    }

    void end(UUID sessionId, Instant at) {
        jdbc.sql("update supervision set ended_at = greatest(:at, asked_at) where id = :id and ended_at is null")
                .param("id", sessionId).param("at", at.atOffset(ZoneOffset.UTC)).update();
    }

    /** Those that have no end yet. What their supervisors may do is not kept: it is read anew when they want something else. */
    List<SupervisionSession> open() {
        return jdbc.sql("""
                select s.*, (select t.mode from supervision_turn t where t.supervision_id = s.id order by t.at desc limit 1) as mode
                  from supervision s where s.ended_at is null""").query(SupervisionLog::session).list();
    }

    private static SupervisionSession session(ResultSet row, int number) throws SQLException {
        var talk = new SpiedTalk(row.getObject("tenant_id", UUID.class), row.getObject("agent_id", UUID.class), row.getString("agent_name"), "",
                row.getObject("queue_id", UUID.class), row.getString("queue_name"), row.getString("linked_id"), "");
        var mode = row.getString("mode");
        return new SupervisionSession(row.getObject("id", UUID.class), talk, new Supervisor(row.getString("by"), row.getString("extension"), Set.of()),
                row.getString("channel_id"), row.getObject("asked_at", OffsetDateTime.class).toInstant(),
                mode == null ? null : SpyMode.of(mode).orElseThrow());
    }
}
