package org.switchboard.telephony.queue;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** SQL of who supervises which queue. Runs inside a transaction of a tenant's scope, and sees that tenant's rows only. */
@Repository
public class QueueSupervisorRepository {

    private static final String SELECT = """
            select s.queue_id, s.user_id, u.name, s.may_listen, s.may_whisper, s.may_barge, s.may_take_over
              from queue_supervisor s join app_user u on u.tenant_id = s.tenant_id and u.id = s.user_id
            """;

    private final JdbcClient jdbc;

    /**
     * Uses the portal's database role.
     *
     * @param jdbc its client
     */
    public QueueSupervisorRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Who supervises a queue by name.
     *
     * @param queueId the queue
     * @return in the order of their names; those who supervise all queues are not among them
     */
    public List<QueueSupervisor> ofQueue(UUID queueId) {
        return jdbc.sql(SELECT + "where s.queue_id = :queueId order by u.name, u.id").param("queueId", queueId)
                .query(QueueSupervisorRepository::supervisor).list();
    }

    /**
     * Which queues a supervisor is bound to.
     *
     * @param userId the supervisor
     * @return empty when he supervises all of them
     */
    public List<QueueSupervisor> ofUser(UUID userId) {
        return jdbc.sql(SELECT + "where s.user_id = :userId order by s.queue_id").param("userId", userId)
                .query(QueueSupervisorRepository::supervisor).list();
    }

    /**
     * Lets somebody supervise a queue, or changes what he may.
     *
     * @param tenantId   the company
     * @param queueId    the queue
     * @param supervisor checked
     * @return false when the company has no such supervisor
     */
    public boolean put(UUID tenantId, UUID queueId, QueueSupervisorDraft supervisor) {
        jdbc.sql("""
                insert into queue_supervisor (tenant_id, queue_id, user_id, may_listen, may_whisper, may_barge, may_take_over)
                select :tenantId, :queueId, u.id, :listen, :whisper, :barge, :takeOver
                  from app_user u where u.id = :userId and u.role = 'supervisor'
                on conflict (tenant_id, user_id, queue_id) do update
                   set may_listen = excluded.may_listen, may_whisper = excluded.may_whisper, may_barge = excluded.may_barge,
                       may_take_over = excluded.may_take_over
                 where (queue_supervisor.may_listen, queue_supervisor.may_whisper, queue_supervisor.may_barge, queue_supervisor.may_take_over)
                       is distinct from (excluded.may_listen, excluded.may_whisper, excluded.may_barge, excluded.may_take_over)""")
                .param("tenantId", tenantId).param("queueId", queueId).param("userId", supervisor.userId())
                .param("listen", supervisor.mayListen()).param("whisper", supervisor.mayWhisper())
                .param("barge", supervisor.mayBarge()).param("takeOver", supervisor.mayTakeOver()).update();
        return jdbc.sql("select exists (select from app_user where id = :userId and role = 'supervisor')")
                .param("userId", supervisor.userId()).query(Boolean.class).single();
    }

    /**
     * Lets nobody supervise a queue by name but some.
     *
     * @param queueId the queue
     * @param userIds those who stay
     */
    public void keep(UUID queueId, List<UUID> userIds) {
        jdbc.sql("delete from queue_supervisor where queue_id = :queueId and user_id <> all (:userIds)")
                .param("queueId", queueId).param("userIds", userIds.toArray(UUID[]::new)).update();
    }

    private static QueueSupervisor supervisor(ResultSet row, int number) throws SQLException {
        return new QueueSupervisor(row.getObject("queue_id", UUID.class), row.getObject("user_id", UUID.class), row.getString("name"),
                row.getBoolean("may_listen"), row.getBoolean("may_whisper"), row.getBoolean("may_barge"), row.getBoolean("may_take_over"));
    }
}
