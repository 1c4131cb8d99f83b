package org.switchboard.telephony.report;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The reports that are to be mailed, of all companies; runs as the engine's role. For each period of a schedule and each address there
 * is one row, whichever process makes it, and a row is claimed before it is tried: so each mail goes once, and one that could not be
 * sent is tried again.
 */
public final class ReportMailQueue {

    /** How long nobody else tries what somebody is trying. */
    private static final Duration CLAIM = Duration.ofMinutes(5);

    private final JdbcClient engine;

    /** A schedule that is switched on. */
    private record Planned(UUID tenantId, UUID scheduleId, Every every, LocalTime atTime, ZoneId zone, Instant since, LocalDate newest) {
    }

    /**
     * Wires it.
     *
     * @param engineDatabase connections as role {@code pbx_engine}
     */
    public ReportMailQueue(DataSource engineDatabase) {
        this.engine = JdbcClient.create(engineDatabase);
    }

    /**
     * Puts up the mails whose time has come. Of periods that went by while nobody could send, the last one only.
     *
     * @param now the time
     * @return how many mails were put up
     * @throws org.springframework.dao.DataAccessException when the database is away
     */
    public int plan(Instant now) {
        List<Planned> active = engine.sql("""
                select s.tenant_id, s.id, s.every, s.at_time, t.time_zone, s.active_since,
                       (select max(m.from_day) from report_mail m where m.tenant_id = s.tenant_id and m.schedule_id = s.id) as newest
                  from report_schedule s join tenant t on t.id = s.tenant_id where s.active""")
                .query(ReportMailQueue::planned).list();
        int mails = 0;
        for (Planned planned : active) {
            ReportPeriod period = ReportPeriod.lastDue(planned.every(), planned.atTime(), planned.zone(), now);
            boolean isNew = planned.newest() == null || period.from().isAfter(planned.newest());
            if (isNew && !period.dueAt(planned.atTime(), planned.zone()).isBefore(planned.since())) {
                mails += put(planned, period, now);
            }
        }
        return mails;
    }

    private int put(Planned planned, ReportPeriod period, Instant now) {
        return engine.sql("""
                insert into report_mail (tenant_id, schedule_id, from_day, to_day, recipient, due)
                select s.tenant_id, s.id, :from, :to, r.recipient, :now
                  from report_schedule s cross join lateral unnest(s.recipients) as r (recipient)
                 where s.tenant_id = :tenant and s.id = :schedule and s.active
                on conflict do nothing""")
                .param("tenant", planned.tenantId()).param("schedule", planned.scheduleId())
                .param("from", period.from()).param("to", period.to()).param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /**
     * Claims the mail that has waited longest.
     *
     * @param now the time
     * @return what is to be sent; empty when none is due
     * @throws org.springframework.dao.DataAccessException when the database is away
     */
    public Optional<MailedReport> claim(Instant now) {
        return engine.sql("""
                with due as (select tenant_id, schedule_id, from_day, recipient from report_mail where state = 'pending' and due <= :now
                              order by due limit 1 for update skip locked)
                update report_mail m set attempts = m.attempts + 1, due = :until from due
                 where (m.tenant_id, m.schedule_id, m.from_day, m.recipient) = (due.tenant_id, due.schedule_id, due.from_day, due.recipient)
                returning m.tenant_id, m.schedule_id, m.from_day, m.to_day, m.recipient, m.attempts""")
                .param("now", now.atOffset(ZoneOffset.UTC)).param("until", now.plus(CLAIM).atOffset(ZoneOffset.UTC))
                .query((row, number) -> new MailedReport(row.getObject("tenant_id", UUID.class), row.getObject("schedule_id", UUID.class),
                        new ReportPeriod(row.getObject("from_day", LocalDate.class), row.getObject("to_day", LocalDate.class)),
                        row.getString("recipient"), row.getInt("attempts")))
                .optional();
    }

    /**
     * Writes down that the mail server has taken a mail.
     *
     * @param mail what was sent
     * @param now  the time
     */
    public void sent(MailedReport mail, Instant now) {
        finish(mail, "sent", null, now, null);
    }

    /**
     * Writes down that a mail could not be sent.
     *
     * @param mail    what was tried
     * @param problem what the mail server said
     * @param again   when to try again; null gives it up
     */
    public void failed(MailedReport mail, String problem, Instant again) {
        finish(mail, again == null ? "failed" : "pending", again, null, problem.substring(0, Math.min(300, problem.length())));
    }

    private void finish(MailedReport mail, String state, Instant due, Instant sentAt, String problem) {
        engine.sql("""
                update report_mail set state = :state, due = coalesce(:due, due), sent_at = :sentAt, problem = :problem
                 where tenant_id = :tenant and schedule_id = :schedule and from_day = :from and recipient = :recipient and state = 'pending'""")
                .param("state", state).param("due", time(due), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("sentAt", time(sentAt), Types.TIMESTAMP_WITH_TIMEZONE).param("problem", problem)
                .param("tenant", mail.tenantId()).param("schedule", mail.scheduleId()).param("from", mail.period().from())
                .param("recipient", mail.recipient()).update();
    }

    private static OffsetDateTime time(Instant moment) {
        return moment == null ? null : moment.atOffset(ZoneOffset.UTC);
    }

    private static Planned planned(ResultSet row, int number) throws SQLException {
        return new Planned(row.getObject("tenant_id", UUID.class), row.getObject("id", UUID.class), Every.of(row.getString("every")),
                row.getObject("at_time", LocalTime.class), ZoneId.of(row.getString("time_zone")),
                row.getObject("active_since", OffsetDateTime.class).toInstant(), row.getObject("newest", LocalDate.class));
    }
}
