package org.switchboard.telephony.report;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** SQL of the reports that are mailed. Runs inside a transaction of a tenant's scope, and sees that tenant's rows only. */
@Repository
public class ReportScheduleRepository {

    private static final String SELECT = """
            select s.id, s.tenant_id, s.name, s.every, s.at_time, s.all_queues, s.recipients, s.language, s.active, s.created_at,
                   array(select q.queue_id from report_schedule_queue q join queue on queue.tenant_id = q.tenant_id and queue.id = q.queue_id
                          where q.tenant_id = s.tenant_id and q.schedule_id = s.id order by queue.name) as queues,
                   last.from_day, last.state, last.sent_at, last.problem
              from report_schedule s
              left join lateral (
                     select m.from_day, max(m.sent_at) as sent_at, max(m.problem) as problem,
                            case when bool_or(m.state = 'pending') then 'pending' when bool_or(m.state = 'failed') then 'failed' else 'sent' end as state
                       from report_mail m where m.tenant_id = s.tenant_id and m.schedule_id = s.id
                      group by m.from_day order by m.from_day desc limit 1) as last on true
            """;

    private final JdbcClient jdbc;

    /**
     * Uses the portal's database role.
     *
     * @param jdbc its client
     */
    public ReportScheduleRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Adds a schedule, without its queues.
     *
     * @param tenantId the company
     * @param draft    a checked draft
     * @param since    now: what was to be sent before is not
     * @return its id
     * @throws org.springframework.dao.DuplicateKeyException when the name is taken ({@code report_schedule_name_key})
     */
    public UUID insert(UUID tenantId, ReportScheduleDraft draft, OffsetDateTime since) {
        return settings(jdbc.sql("""
                insert into report_schedule (tenant_id, name, every, at_time, all_queues, recipients, language, active, active_since)
                values (:tenantId, :name, :every, :atTime, :allQueues, :recipients, :language, :active, :since) returning id"""), draft)
                .param("tenantId", tenantId)
                .param("since", since)
                .query(UUID.class)
                .single();
    }

    /**
     * Changes a schedule, but not its queues.
     *
     * @param id    the schedule
     * @param draft a checked draft
     * @param since now: when it is switched on, or sent at other times, what was to be sent before is not
     * @return whether there is one
     * @throws org.springframework.dao.DuplicateKeyException when the name is taken ({@code report_schedule_name_key})
     */
    public boolean update(UUID id, ReportScheduleDraft draft, OffsetDateTime since) {
        return settings(jdbc.sql("""
                update report_schedule
                   set active_since = case when :active and not active or (every, at_time) <> (:every, :atTime) then :since else active_since end,
                       name = :name, every = :every, at_time = :atTime, all_queues = :allQueues, recipients = :recipients, language = :language,
                       active = :active
                 where id = :id"""), draft)
                .param("id", id)
                .param("since", since)
                .update() == 1;
    }

    private static JdbcClient.StatementSpec settings(JdbcClient.StatementSpec statement, ReportScheduleDraft draft) {
        return statement
                .param("name", draft.name())
                .param("every", draft.every().value())
                .param("atTime", LocalTime.parse(draft.atTime()))
                .param("allQueues", draft.queueIds() == null)
                .param("recipients", draft.recipients().toArray(String[]::new))
                .param("language", draft.language())
                .param("active", draft.active());
    }

    /**
     * Sets the queues of a schedule.
     *
     * @param tenantId the company
     * @param id       the schedule
     * @param queues   its queues; empty for none or all
     * @return false when one of them does not exist
     */
    public boolean putQueues(UUID tenantId, UUID id, List<UUID> queues) {
        UUID[] wanted = queues.toArray(UUID[]::new);
        jdbc.sql("delete from report_schedule_queue where schedule_id = :id and queue_id <> all(:queues)").param("id", id).param("queues", wanted).update();
        jdbc.sql("""
                insert into report_schedule_queue (tenant_id, schedule_id, queue_id)
                select tenant_id, :id, id from queue where tenant_id = :tenantId and id = any(:queues)
                on conflict on constraint report_schedule_queue_key do nothing""")
                .param("tenantId", tenantId).param("id", id).param("queues", wanted).update();
        return jdbc.sql("select count(*) from report_schedule_queue where schedule_id = :id").param("id", id).query(Integer.class).single() == wanted.length;
    }

    /**
     * Deletes a schedule; what is still to be sent of it is not.
     *
     * @param id the schedule
     * @return whether there was one
     */
    public boolean delete(UUID id) {
        return jdbc.sql("delete from report_schedule where id = :id").param("id", id).update() == 1;
    }

    /**
     * Finds a schedule.
     *
     * @param id the schedule
     * @return the schedule, or empty
     */
    public Optional<ReportSchedule> find(UUID id) {
        return jdbc.sql(SELECT + "where s.id = :id").param("id", id).query(ReportScheduleRepository::schedule).optional();
    }

    /**
     * All schedules.
     *
     * @return in the order of their names
     */
    public List<ReportSchedule> all() {
        return jdbc.sql(SELECT + "order by s.name").query(ReportScheduleRepository::schedule).list();
    }

    private static ReportSchedule schedule(ResultSet row, int number) throws SQLException {
        LocalDate from = row.getObject("from_day", LocalDate.class);
        OffsetDateTime sentAt = row.getObject("sent_at", OffsetDateTime.class);
        ReportDelivery last = from == null ? null
                : new ReportDelivery(from, row.getString("state"), sentAt == null ? null : sentAt.toInstant(), row.getString("problem"));
        return new ReportSchedule(row.getObject("id", UUID.class), row.getObject("tenant_id", UUID.class), row.getString("name"),
                Every.of(row.getString("every")), row.getObject("at_time", LocalTime.class),
                row.getBoolean("all_queues") ? null : List.of((UUID[]) array(row, "queues")), List.of((String[]) array(row, "recipients")),
                row.getString("language"), row.getBoolean("active"), row.getObject("created_at", OffsetDateTime.class).toInstant(), last);
    }

    private static Object array(ResultSet row, String column) throws SQLException {
        Array array = row.getArray(column);
        return array.getArray();
    }
}
