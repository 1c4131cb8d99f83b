package org.switchboard.telephony.board;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** SQL of what wallboards know. Runs inside a transaction of a tenant's scope, and sees that tenant's rows only. */
@Repository
public class BoardRepository {

    private final JdbcClient jdbc;

    /**
     * Uses the portal's database role.
     *
     * @param jdbc its client
     */
    public BoardRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * All queues with those who serve them.
     *
     * @return in the order of their names
     */
    public List<BoardQueue> queues() {
        return jdbc.sql("""
                select q.id, q.name, q.number, q.service_level_seconds, q.service_level_percent, q.alert_waiting, q.alert_wait_seconds,
                       coalesce((select array_agg(m.agent_id order by a.name, a.id) from queue_agent m
                                   join agent a on a.tenant_id = m.tenant_id and a.id = m.agent_id
                                  where m.tenant_id = q.tenant_id and m.queue_id = q.id), '{}') as agents
                  from queue q order by q.name, q.id""")
                .query(BoardRepository::queue)
                .list();
    }

    /**
     * All agents.
     *
     * @return in the order of their names
     */
    public List<BoardAgent> agents() {
        return jdbc.sql("select id, name, number, user_id, extension_id from agent order by name, id")
                .query((row, number) -> new BoardAgent(row.getObject("id", UUID.class), row.getString("name"), row.getString("number"),
                        row.getObject("user_id", UUID.class), row.getObject("extension_id", UUID.class)))
                .list();
    }

    /**
     * The queues that a supervisor is confined to.
     *
     * @param userId the supervisor
     * @return empty when he is confined to none, and sees all
     */
    public List<UUID> supervised(UUID userId) {
        return jdbc.sql("select queue_id from queue_supervisor where user_id = :userId order by queue_id")
                .param("userId", userId)
                .query(UUID.class)
                .list();
    }

    /**
     * Whether a user is an agent.
     *
     * @param userId the user
     * @return true when he is
     */
    public boolean isAgent(UUID userId) {
        return jdbc.sql("select exists (select from agent where user_id = :userId)").param("userId", userId).query(Boolean.class).single();
    }

    /**
     * An extension's number.
     *
     * @param extensionId the extension
     * @return its number, or empty
     */
    public Optional<String> extensionNumber(UUID extensionId) {
        return jdbc.sql("select number from extension where id = :id").param("id", extensionId).query(String.class).optional();
    }

    private static BoardQueue queue(ResultSet row, int number) throws SQLException {
        return new BoardQueue(row.getObject("id", UUID.class), row.getString("name"), row.getString("number"), row.getInt("service_level_seconds"),
                row.getInt("service_level_percent"), row.getObject("alert_waiting", Integer.class), row.getObject("alert_wait_seconds", Integer.class),
                List.of((UUID[]) row.getArray("agents").getArray()));
    }
}
