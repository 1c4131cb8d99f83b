package org.switchboard.web.alert;

import jakarta.mail.MessagingException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.mail.MailException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.stereotype.Component;
import org.switchboard.telephony.alert.AlertBook;
import org.switchboard.telephony.alert.AlertMail;
import org.switchboard.web.voicemail.VoicemailProperties;

/**
 * Sends mail about alerts. Which mails are to be sent stands in the database, so a dead mail server or a restart delays them and loses
 * none; only whoever dies between the server's answer and writing it down sends one twice, with the same Message-ID.
 */
@Component
final class AlertMailer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(AlertMailer.class);
    private static final Duration LOOK = Duration.ofSeconds(2);
    /** After each failure; the last one again and again, until the alert is too old. */
    private static final List<Duration> PAUSES = List.of(Duration.ofSeconds(30), Duration.ofMinutes(1), Duration.ofMinutes(5), Duration.ofMinutes(15));

    private final AlertBook book;
    private final AlertLetter letter;
    private final JavaMailSender sender;
    private final VoicemailProperties.Smtp smtp;
    private final Clock clock;
    private final Thread worker = Thread.ofPlatform().name("alert-mail").daemon().unstarted(this::work);
    private volatile boolean closed;

    AlertMailer(AlertBook book, AlertLetter letter, JavaMailSender sender, VoicemailProperties voicemail, Clock clock) {
        this.book = book;
        this.letter = letter;
        this.sender = sender;
        this.smtp = voicemail.smtp();
        this.clock = clock;
    }

    /** Begins to send. Returns at once. */
    void start() {
        worker.start();
    }

    private void work() {
        if (!smtp.isSetUp()) {
            LOG.info("Mail about queues is not set up (PBX_SMTP_HOST)");
            return;
        }
        while (!closed) {
            try {
                sendAll();
            } catch (DataAccessException away) {
                LOG.debug("The database is away: {}", away.getMessage());
            }
            pause();
        }
    }

    /** Sends what is due. */
    void sendAll() {
        for (Optional<AlertMail> next = book.claim(clock.instant()); next.isPresent() && !closed; next = book.claim(clock.instant())) {
            send(next.get());
        }
    }

    private void send(AlertMail mail) {
        if (mail.emails().isEmpty()) {
            book.failed(mail, "the queue has no address any more", null);
            return;
        }
        try {
            sender.send(letter.of(mail, clock.instant()));
            book.sent(mail, clock.instant());
        } catch (MailException | MessagingException refused) {
            LOG.warn("queue={} mail about an alert was not sent (attempt {}): {}", mail.queueId(), mail.attempts(), refused.getMessage());
            Instant again = clock.instant().plus(PAUSES.get(Math.min(mail.attempts(), PAUSES.size()) - 1));
            book.failed(mail, String.valueOf(refused.getMessage()), again);
        }
    }

    private void pause() {
        if (closed) {
            return;
        }
        try {
            Thread.sleep(LOOK);
        } catch (InterruptedException stopping) {
            LOG.debug("closing");
        }
    }

    /** Stops. What is being sent is finished or tried again after the next start. */
    @Override
    public void close() {
        closed = true;
        worker.interrupt();
        try {
            worker.join(Duration.ofSeconds(5));
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }
}
