package org.switchboard.web.report;

import jakarta.mail.MessagingException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.mail.MailException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.switchboard.telephony.input.InvalidInput;
import org.switchboard.telephony.input.NotFound;
import org.switchboard.telephony.report.MailedReport;
import org.switchboard.telephony.report.ReportMailQueue;
import org.switchboard.telephony.tenant.TenantScope;
import org.switchboard.web.voicemail.VoicemailProperties;

/**
 * Mails the reports whose time has come. What is to be sent stands in the database, so a dead mail server or a restart delays mails and
 * loses none; only whoever dies between the server's answer and writing it down sends one twice, with the same Message-ID.
 */
@Component
public final class ReportMailer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ReportMailer.class);
    private static final Duration LOOK = Duration.ofSeconds(20);
    /** After each failure; the last one again and again. */
    private static final List<Duration> PAUSES = List.of(Duration.ofMinutes(1), Duration.ofMinutes(2), Duration.ofMinutes(5), Duration.ofMinutes(15),
            Duration.ofMinutes(30), Duration.ofHours(1));
    /** With the pauses above: about two days. */
    private static final int MOST_ATTEMPTS = 50;

    private final ReportMailQueue queue;
    private final ReportLetter letter;
    private final JavaMailSender sender;
    private final VoicemailProperties.Smtp smtp;
    private final Clock clock;
    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().name("report-mail").daemon().factory());

    ReportMailer(ReportMailQueue queue, ReportLetter letter, JavaMailSender sender, VoicemailProperties voicemail, Clock clock) {
        this.queue = queue;
        this.letter = letter;
        this.sender = sender;
        this.smtp = voicemail.smtp();
        this.clock = clock;
    }

    /** Begins to look for reports that are due. Returns at once. */
    void start() {
        if (smtp.isSetUp()) {
            timer.scheduleWithFixedDelay(this::look, 0, LOOK.toMillis(), TimeUnit.MILLISECONDS);
        } else {
            LOG.info("Mailing of reports is not set up (PBX_SMTP_HOST)");
        }
    }

    private void look() {
        try {
            sendAll();
        } catch (DataAccessException | TransactionException away) {
            LOG.debug("The database is away: {}", away.getMessage());
        } catch (RuntimeException e) {
            // The timer would stop for good.
            LOG.error("Reports cannot be mailed because of a fault in the program", e);
        }
    }

    /**
     * Sends what is due.
     *
     * @return how many mails the server took
     * @throws DataAccessException when the database is away
     */
    int sendAll() {
        queue.plan(clock.instant());
        int sent = 0;
        for (Optional<MailedReport> next = queue.claim(clock.instant()); next.isPresent(); next = queue.claim(clock.instant())) {
            sent += send(next.get()) ? 1 : 0;
        }
        return sent;
    }

    private boolean send(MailedReport mail) {
        try {
            sender.send(TenantScope.tenant(mail.tenantId(), "report schedule").call(() -> letter.of(mail, clock.instant())));
            queue.sent(mail, clock.instant());
            return true;
        } catch (NotFound | InvalidInput gone) {
            LOG.info("Report {} is not mailed: it was deleted meanwhile", mail.scheduleId());
            queue.failed(mail, String.valueOf(gone.getMessage()), null);
        } catch (MailException | MessagingException refused) {
            LOG.warn("Report {} was not mailed (attempt {}): {}", mail.scheduleId(), mail.attempts(), refused.getMessage());
            queue.failed(mail, String.valueOf(refused.getMessage()), again(mail.attempts()));
        }
        return false;
    }

    private Instant again(int attempts) {
        return attempts >= MOST_ATTEMPTS ? null : clock.instant().plus(PAUSES.get(Math.min(attempts, PAUSES.size()) - 1));
    }

    /** Stops. What is being sent is finished or tried again after the next start. */
    @Override
    public void close() {
        timer.shutdown();
        try {
            if (!timer.awaitTermination(5, TimeUnit.SECONDS)) {
                timer.shutdownNow();
            }
        } catch (InterruptedException stopping) {
            timer.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
