package org.switchboard.telephony.alert;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The rules and the rows of alerts, for all companies; runs as the engine's role. The mail about an alert is a state of its row: it is
 * claimed before it is tried, so that whoever dies meanwhile leaves it to be tried again, and never twice at once.
 */
public final class AlertBook {

    /** At most one mail in this time about one threshold of one queue. */
    static final Duration QUIET = Duration.ofMinutes(15);
    private static final Duration CLAIM = Duration.ofMinutes(5);
    /** Nobody wants mail about older trouble. */
    private static final Duration OLDEST = Duration.ofHours(12);
    private static final int LONGEST_PROBLEM = 300;

    private final JdbcClient engine;

    /**
     * Wires it.
     *
     * @param engineDatabase connections as role {@code pbx_engine}
     */
    public AlertBook(DataSource engineDatabase) {
        this.engine = JdbcClient.create(engineDatabase);
    }

    /**
     * When queues are in trouble.
     *
     * @return a rule for each queue of each company
     */
    public List<AlertRule> rules() {
        return engine.sql("select tenant_id, id, alert_waiting, alert_wait_seconds, service_level_percent, alert_abandoned from queue")
                .query((row, number) -> new AlertRule(row.getObject("tenant_id", UUID.class), row.getObject("id", UUID.class),
                        row.getObject("alert_waiting", Integer.class), row.getObject("alert_wait_seconds", Integer.class),
                        row.getInt("service_level_percent"), row.getBoolean("alert_abandoned")))
                .list();
    }

    /**
     * What is not over yet.
     *
     * @return the troubles as they began
     */
    public List<Trouble> open() {
        return engine.sql("select tenant_id, queue_id, kind, began_at, value, bound from queue_alert where ended_at is null and kind <> 'abandoned'")
                .query((row, number) -> new Trouble(row.getObject("tenant_id", UUID.class), row.getObject("queue_id", UUID.class),
                        AlertKind.of(row.getString("kind")), row.getTimestamp("began_at").toInstant(), row.getInt("value"), row.getInt("bound")))
                .list();
    }

    /**
     * Writes down that a threshold was broken. Does nothing when it is written down already, or the queue is gone.
     *
     * @param trouble which
     */
    public void began(Trouble trouble) {
        insert(trouble.tenantId(), trouble.queueId(), trouble.kind(), trouble.since(), null, trouble.value(), trouble.bound(), null);
    }

    /**
     * Writes down that a caller gave up. Does nothing when the queue is gone.
     *
     * @param tenantId the company
     * @param queueId  the queue
     * @param at       when
     * @param waited   for how long, in seconds
     * @param caller   the number; empty when withheld
     */
    public void abandoned(UUID tenantId, UUID queueId, Instant at, int waited, String caller) {
        insert(tenantId, queueId, AlertKind.ABANDONED, at, at, waited, null, caller);
    }

    private void insert(UUID tenantId, UUID queueId, AlertKind kind, Instant began, Instant ended, int value, Integer bound, String caller) {
        engine.sql("""
                insert into queue_alert (tenant_id, queue_id, kind, began_at, ended_at, value, bound, caller, mail, mail_due)
                select q.tenant_id, q.id, :kind, :began, :ended, :value, :bound, :caller, case when wanted.yes then 'begun_due' else 'none' end,
                       case when wanted.yes then :began::timestamptz end
                  from queue q, lateral (select q.alert_emails <> '{}' and not exists
                         (select from queue_alert other where other.tenant_id = q.tenant_id and other.queue_id = q.id and other.kind = :kind
                             and (other.mail = 'begun_due' or other.mailed_at > :quiet)) as yes) wanted
                 where q.tenant_id = :tenant and q.id = :queue
                on conflict do nothing""")
                .param("tenant", tenantId).param("queue", queueId).param("kind", kind.value()).param("began", began.atOffset(ZoneOffset.UTC))
                .param("ended", ended == null ? null : ended.atOffset(ZoneOffset.UTC), java.sql.Types.TIMESTAMP_WITH_TIMEZONE)
                .param("value", value).param("bound", bound, java.sql.Types.INTEGER).param("caller", caller, java.sql.Types.VARCHAR)
                .param("quiet", began.minus(QUIET).atOffset(ZoneOffset.UTC)).update();
    }

    /**
     * Writes down that a threshold is kept again.
     *
     * @param trouble which
     * @param at      since when
     */
    public void ended(Trouble trouble, Instant at) {
        engine.sql("""
                update queue_alert set ended_at = greatest(:at, began_at), mail = case mail when 'begun_sent' then 'over_due' else mail end,
                       mail_due = case mail when 'begun_sent' then :at else mail_due end,
                       mail_attempts = case mail when 'begun_sent' then 0 else mail_attempts end
                 where tenant_id = :tenant and queue_id = :queue and kind = :kind and ended_at is null""")
                .param("at", at.atOffset(ZoneOffset.UTC)).param("tenant", trouble.tenantId()).param("queue", trouble.queueId())
                .param("kind", trouble.kind().value()).update();
    }

    /**
     * Claims the mail that has waited longest.
     *
     * @param now the time
     * @return what it shall say; empty when none is due
     */
    public Optional<AlertMail> claim(Instant now) {
        engine.sql("update queue_alert set mail = 'failed', mail_problem = 'too old' where mail in ('begun_due', 'over_due') and mail_due <= :now and began_at < :oldest")
                .param("now", now.atOffset(ZoneOffset.UTC)).param("oldest", now.minus(OLDEST).atOffset(ZoneOffset.UTC)).update();
        return engine.sql("""
                with due as (select id from queue_alert where mail in ('begun_due', 'over_due') and mail_due <= :now
                              order by mail_due limit 1 for update skip locked),
                     claimed as (update queue_alert a set mail_attempts = a.mail_attempts + 1, mail_due = :until from due where a.id = due.id
                              returning a.*)
                select c.id, c.queue_id, q.name, q.alert_emails, c.kind, c.began_at, c.ended_at, c.value, c.bound, c.caller, c.mail_attempts,
                       t.language, t.time_zone, t.country
                  from claimed c join queue q on q.tenant_id = c.tenant_id and q.id = c.queue_id join tenant t on t.id = c.tenant_id""")
                .param("now", now.atOffset(ZoneOffset.UTC)).param("until", now.plus(CLAIM).atOffset(ZoneOffset.UTC))
                .query(AlertBook::mail)
                .optional();
    }

    /**
     * Writes down that the mail server has taken a mail.
     *
     * @param mail what was sent
     * @param now  when
     */
    public void sent(AlertMail mail, Instant now) {
        // Over while the first mail was on its way, and the mail did not say so: one more is due.
        engine.sql("""
                update queue_alert set mailed_at = :now, mail_problem = null,
                       mail = case when :saidOver then 'over_sent' when ended_at is not null then 'over_due' else 'begun_sent' end,
                       mail_due = case when not :saidOver and ended_at is not null then :now::timestamptz end, mail_attempts = 0
                 where id = :id""")
                .param("now", now.atOffset(ZoneOffset.UTC)).param("saidOver", mail.endedAt() != null).param("id", mail.id()).update();
    }

    /**
     * Writes down that a mail could not be sent.
     *
     * @param mail    what was tried
     * @param problem what the mail server said, for the operator
     * @param again   when to try again; null gives it up
     */
    public void failed(AlertMail mail, String problem, Instant again) {
        engine.sql("update queue_alert set mail = case when :again::timestamptz is null then 'failed' else mail end, mail_due = :again, mail_problem = :problem where id = :id")
                .param("again", again == null ? null : again.atOffset(ZoneOffset.UTC), java.sql.Types.TIMESTAMP_WITH_TIMEZONE)
                .param("problem", problem.substring(0, Math.min(LONGEST_PROBLEM, problem.length()))).param("id", mail.id()).update();
    }

    private static AlertMail mail(ResultSet row, int number) throws SQLException {
        return new AlertMail(row.getObject("id", UUID.class), row.getObject("queue_id", UUID.class), row.getString("name"),
                List.of((String[]) row.getArray("alert_emails").getArray()), AlertKind.of(row.getString("kind")), row.getTimestamp("began_at").toInstant(),
                row.getTimestamp("ended_at") == null ? null : row.getTimestamp("ended_at").toInstant(), row.getInt("value"),
                row.getObject("bound", Integer.class), row.getString("caller"), row.getString("language"), row.getString("time_zone"),
                row.getString("country"), row.getInt("mail_attempts"));
    }
}
