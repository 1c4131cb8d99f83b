package org.switchboard.telephony.queue;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/** SQL of the queues' own rows. Runs inside a transaction of a tenant's scope, and sees that tenant's rows only. */
@Repository
public class QueueRepository {

    private static final String COLUMNS = "id, tenant_id, created_at, " + QueueSettings.COLUMNS;

    private final JdbcClient jdbc;

    /**
     * Uses the portal's database role.
     *
     * @param jdbc its client
     */
    public QueueRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Adds a queue, without agents and ways out.
     *
     * @param tenantId the company
     * @param settings checked settings
     * @return the queue as stored
     * @throws org.springframework.dao.DuplicateKeyException when the name ({@code queue_name_key}) or the number
     *                                                       ({@code flow_node_number_key}) is taken
     */
    public Queue insert(UUID tenantId, QueueSettings settings) {
        return settings(jdbc.sql("""
                insert into queue (tenant_id, name, number, priority, aging_seconds, strategy, ring_seconds, wrap_up_seconds, missed_offers,
                       set_aside_seconds, max_length, max_wait_seconds, join_when, stay_when, greeting_prompt_id, music_prompt_id,
                       announce_position, announce_wait, announce_seconds, periodic_prompt_id, periodic_seconds, callback_key,
                       callback_schedule_id, callback_attempts, callback_retry_seconds, service_level_seconds, service_level_percent,
                       alert_waiting, alert_wait_seconds, alert_abandoned, alert_emails, record, consent_prompt_id)
                values (:tenantId, :name, :number, :priority, :agingSeconds, :strategy, :ringSeconds, :wrapUpSeconds, :missedOffers,
                       :setAsideSeconds, :maxLength, :maxWaitSeconds, :joinWhen, :stayWhen, :greetingPromptId, :musicPromptId,
                       :announcePosition, :announceWait, :announceSeconds, :periodicPromptId, :periodicSeconds, :callbackKey,
                       :callbackScheduleId, :callbackAttempts, :callbackRetrySeconds, :serviceSeconds, :servicePercent,
                       :alertWaiting, :alertWaitSeconds, :alertAbandoned, :alertEmails, :record, :consentPromptId)
                returning\s""" + COLUMNS), settings)
                .param("tenantId", tenantId)
                .query(QueueRepository::queue)
                .single();
    }

    /**
     * Changes a queue, but not its agents and its ways out.
     *
     * @param id       the queue
     * @param settings checked settings
     * @return the queue as stored, or empty when there is none
     * @throws org.springframework.dao.DuplicateKeyException when the name or the number is taken
     */
    public Optional<Queue> update(UUID id, QueueSettings settings) {
        return settings(jdbc.sql("""
                update queue set name = :name, number = :number, priority = :priority, aging_seconds = :agingSeconds, strategy = :strategy,
                       ring_seconds = :ringSeconds, wrap_up_seconds = :wrapUpSeconds, missed_offers = :missedOffers,
                       set_aside_seconds = :setAsideSeconds, max_length = :maxLength, max_wait_seconds = :maxWaitSeconds,
                       join_when = :joinWhen, stay_when = :stayWhen, greeting_prompt_id = :greetingPromptId, music_prompt_id = :musicPromptId,
                       announce_position = :announcePosition, announce_wait = :announceWait, announce_seconds = :announceSeconds,
                       periodic_prompt_id = :periodicPromptId, periodic_seconds = :periodicSeconds, callback_key = :callbackKey,
                       callback_schedule_id = :callbackScheduleId, callback_attempts = :callbackAttempts,
                       callback_retry_seconds = :callbackRetrySeconds, service_level_seconds = :serviceSeconds,
                       service_level_percent = :servicePercent, alert_waiting = :alertWaiting, alert_wait_seconds = :alertWaitSeconds,
                       alert_abandoned = :alertAbandoned, alert_emails = :alertEmails, record = :record, consent_prompt_id = :consentPromptId
                where id = :id returning\s""" + COLUMNS), settings)
                .param("id", id)
                .query(QueueRepository::queue)
                .optional();
    }

    /**
     * Who supervises this queue by name and no other: without it he would supervise all of them.
     *
     * @param id the queue
     * @return the supervisors' names, in their order
     */
    public List<String> supervisorsOfNoOther(UUID id) {
        return jdbc.sql("""
                select u.name from queue_supervisor s join app_user u on u.tenant_id = s.tenant_id and u.id = s.user_id
                 group by u.id, u.name having bool_and(s.queue_id = :id) order by u.name""")
                .param("id", id).query(String.class).list();
    }

    /**
     * Deletes a queue with its agents' places and its ways out.
     *
     * @param id the queue
     * @return whether there was one
     * @throws org.springframework.dao.DataIntegrityViolationException when something leads to it ({@code flow_exit_target_fkey})
     */
    public boolean delete(UUID id) {
        return jdbc.sql("delete from queue where id = :id").param("id", id).update() == 1;
    }

    /**
     * Finds a queue, without agents and ways out.
     *
     * @param id the queue
     * @return the queue, or empty
     */
    public Optional<Queue> find(UUID id) {
        return jdbc.sql("select " + COLUMNS + " from queue where id = :id").param("id", id).query(QueueRepository::queue).optional();
    }

    /**
     * Finds a queue by its name or by what extensions dial for it, without agents and ways out.
     *
     * @param nameOrNumber the whole name, in any case, or the number; a name goes before a number
     * @return the queue, or empty
     */
    public Optional<Queue> find(String nameOrNumber) {
        return jdbc.sql("select " + COLUMNS + """
                 from queue where lower(name) = lower(:wanted) or number = :wanted
                order by name = :wanted desc, lower(name) = lower(:wanted) desc, name limit 1""")
                .param("wanted", nameOrNumber).query(QueueRepository::queue).optional();
    }

    /**
     * Finds a queue, and keeps others from changing it until the transaction ends.
     *
     * @param id the queue
     * @return the queue without agents and ways out, or empty
     */
    public Optional<Queue> findForUpdate(UUID id) {
        return jdbc.sql("select " + COLUMNS + " from queue where id = :id for update").param("id", id)
                .query(QueueRepository::queue).optional();
    }

    /**
     * Lists queues by their names.
     *
     * @param search part of a name or begin of a number; empty finds all
     * @param after  name after which to begin; empty begins at the first
     * @param limit  most rows to give
     * @return the queues without agents and ways out
     */
    public List<Queue> list(String search, String after, int limit) {
        return jdbc.sql("select " + COLUMNS + """
                 from queue
                where name > :after and (:search = '' or starts_with(number, :search) or strpos(lower(name), lower(:search)) > 0)
                order by name limit :limit""")
                .param("after", after)
                .param("search", search)
                .param("limit", limit)
                .query(QueueRepository::queue)
                .list();
    }

    /**
     * How many queues there are.
     *
     * @return the count
     */
    public int count() {
        return jdbc.sql("select count(*) from queue").query(Integer.class).single();
    }

    private static StatementSpec settings(StatementSpec statement, QueueSettings settings) {
        QueueOffers offers = settings.offers();
        QueueLimits limits = settings.limits();
        QueueSounds sounds = settings.sounds();
        QueueCallback callback = settings.callback();
        QueueAlerts alerts = settings.alerts();
        return statement.param("name", settings.name()).param("number", settings.number())
                .param("priority", settings.priority()).param("agingSeconds", settings.agingSeconds())
                .param("strategy", offers.strategy().value()).param("ringSeconds", offers.ringSeconds())
                .param("wrapUpSeconds", offers.wrapUpSeconds()).param("missedOffers", offers.missedOffers())
                .param("setAsideSeconds", offers.setAsideSeconds())
                .param("maxLength", limits.maxLength()).param("maxWaitSeconds", limits.maxWaitSeconds())
                .param("joinWhen", limits.joinWhen().value()).param("stayWhen", limits.stayWhen().value())
                .param("greetingPromptId", sounds.greetingPromptId()).param("musicPromptId", sounds.musicPromptId())
                .param("announcePosition", sounds.announcePosition()).param("announceWait", sounds.announceWait())
                .param("announceSeconds", sounds.announceSeconds()).param("periodicPromptId", sounds.periodicPromptId())
                .param("periodicSeconds", sounds.periodicSeconds())
                .param("callbackKey", callback.key()).param("callbackScheduleId", callback.scheduleId())
                .param("callbackAttempts", callback.attempts()).param("callbackRetrySeconds", callback.retrySeconds())
                .param("serviceSeconds", settings.goal().seconds()).param("servicePercent", settings.goal().percent())
                .param("alertWaiting", alerts.waiting()).param("alertWaitSeconds", alerts.waitSeconds())
                .param("alertAbandoned", alerts.abandoned()).param("alertEmails", alerts.emails().toArray(String[]::new))
                .param("record", settings.recording().record().value()).param("consentPromptId", settings.recording().consentPromptId());
    }

    private static Queue queue(ResultSet row, int number) throws SQLException {
        return new Queue(row.getObject("id", UUID.class), row.getObject("tenant_id", UUID.class), QueueSettings.read(row),
                row.getObject("created_at", OffsetDateTime.class).toInstant(), List.of(), List.of(), List.of(), Map.of());
    }
}
