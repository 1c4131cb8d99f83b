package org.switchboard.telephony.voicemail;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The mails that are to be sent, as a state of the messages themselves, for all companies; runs as the engine's role. A mail is
 * claimed before it is tried: whoever dies meanwhile leaves it to be tried again after a while, and never twice at once.
 */
public final class VoicemailMailQueue {

    /** How long nobody else tries what somebody is trying. */
    private static final Duration CLAIM = Duration.ofMinutes(5);
    /** Nobody wants mail about older messages, such as those from before mail was set up. */
    private static final Duration OLDEST = Duration.ofDays(2);

    private final JdbcClient engine;

    /**
     * Wires it.
     *
     * @param engineDatabase connections as role {@code pbx_engine}
     */
    public VoicemailMailQueue(DataSource engineDatabase) {
        this.engine = JdbcClient.create(engineDatabase);
    }

    /**
     * Claims the mail that has waited longest.
     *
     * @param now the time
     * @return what it shall say; empty when none is due
     * @throws org.springframework.dao.DataAccessException when the database is away
     */
    public Optional<MailedMessage> claim(Instant now) {
        engine.sql("update voicemail_message set mail = 'failed', mail_problem = 'too old' where mail = 'pending' and mail_due <= :now and origtime < :oldest")
                .param("now", now.atOffset(ZoneOffset.UTC)).param("oldest", now.minus(OLDEST).getEpochSecond()).update();
        return engine.sql("""
                with due as (select row_id from voicemail_message where mail = 'pending' and mail_due <= :now
                              order by mail_due limit 1 for update skip locked),
                     claimed as (update voicemail_message m set mail_attempts = m.mail_attempts + 1, mail_due = :until from due
                                  where m.row_id = due.row_id
                              returning m.id, m.tenant_id, m.box_id, m.callerid, m.origtime, m.duration, m.recording, m.mail_attempts)
                select c.*, b.number, b.name, b.email, coalesce(b.language, t.language) as language, t.time_zone,
                       case when b.attach_audio then c.recording end as audio, b.delete_after_mail
                  from claimed c join voicemail_box b on b.tenant_id = c.tenant_id and b.id = c.box_id join tenant t on t.id = c.tenant_id""")
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("until", now.plus(CLAIM).atOffset(ZoneOffset.UTC))
                .query(VoicemailMailQueue::message)
                .optional();
    }

    /**
     * Writes down that the mail server has taken a mail, and deletes the message where the box wants that.
     *
     * @param message what was sent
     */
    public void sent(MailedMessage message) {
        engine.sql("update voicemail_message set mail = 'sent', mail_problem = null where tenant_id = :tenant and box_id = :box and id = :id")
                .param("tenant", message.tenantId()).param("box", message.boxId()).param("id", message.id()).update();
        if (message.deleteAfterwards()) {
            engine.sql("delete from voicemail_message where tenant_id = :tenant and box_id = :box and id = :id")
                    .param("tenant", message.tenantId()).param("box", message.boxId()).param("id", message.id()).update();
        }
    }

    /**
     * Writes down that a mail could not be sent.
     *
     * @param message what was tried
     * @param problem what the mail server said, for the operator
     * @param again   when to try again; null gives it up
     */
    public void failed(MailedMessage message, String problem, Instant again) {
        engine.sql("""
                update voicemail_message set mail = :mail, mail_due = :again, mail_problem = :problem
                 where tenant_id = :tenant and box_id = :box and id = :id and mail = 'pending'""")
                .param("mail", again == null ? "failed" : "pending")
                .param("again", again == null ? null : again.atOffset(ZoneOffset.UTC))
                .param("problem", problem.substring(0, Math.min(300, problem.length())))
                .param("tenant", message.tenantId()).param("box", message.boxId()).param("id", message.id()).update();
    }

    /**
     * Moves Asterisk's rows along when its spool has moved.
     *
     * @param place where Asterisk keeps voicemail now
     */
    public void place(VoicemailPlace place) {
        engine.sql("select place_voicemail(:spool)").param("spool", place.folder()).query((row, number) -> 0).list();
    }

    private static MailedMessage message(ResultSet row, int number) throws SQLException {
        CallerText caller = CallerText.of(row.getString("callerid"));
        return new MailedMessage(row.getObject("id", UUID.class), row.getObject("tenant_id", UUID.class), row.getObject("box_id", UUID.class),
                row.getString("number"), row.getString("name"), row.getString("email"), row.getString("language"), row.getString("time_zone"),
                caller.number(), caller.name(), Instant.ofEpochSecond(row.getLong("origtime")), row.getInt("duration"), row.getBytes("audio"),
                row.getBoolean("delete_after_mail"), row.getInt("mail_attempts"));
    }
}
