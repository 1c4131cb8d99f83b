package org.switchboard.web.voicemail;

import jakarta.mail.MessagingException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.mail.MailException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.stereotype.Component;
import org.switchboard.telephony.voicemail.MailedMessage;
import org.switchboard.telephony.voicemail.VoicemailMailQueue;
import org.switchboard.telephony.voicemail.VoicemailNews;
import org.switchboard.telephony.voicemail.VoicemailPlace;

/**
 * Sends mail about new messages. Which mails are to be sent stands in the database, so a dead mail server or a restart delays them
 * and loses none; only whoever dies between the server's answer and writing it down sends one twice, with the same Message-ID.
 */
@Component
public final class VoicemailMailer implements VoicemailNews, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(VoicemailMailer.class);
    private static final Duration LOOK = Duration.ofSeconds(30);
    /** After each failure; the last one again and again. */
    private static final List<Duration> PAUSES = List.of(Duration.ofMinutes(1), Duration.ofMinutes(2), Duration.ofMinutes(5), Duration.ofMinutes(15),
            Duration.ofMinutes(30), Duration.ofHours(1));
    /** With the pauses above: about two days. */
    private static final int MOST_ATTEMPTS = 50;

    private final VoicemailMailQueue queue;
    private final VoicemailLetter letter;
    private final JavaMailSender sender;
    private final VoicemailProperties.Smtp smtp;
    private final VoicemailPlace place;
    private final Clock clock;
    private final Semaphore news = new Semaphore(0);
    private final Thread worker = Thread.ofPlatform().name("voicemail-mail").daemon().unstarted(this::work);
    private volatile boolean closed;

    VoicemailMailer(VoicemailMailQueue queue, VoicemailLetter letter, JavaMailSender sender, VoicemailProperties voicemail, VoicemailPlace place,
                    Clock clock) {
        this.queue = queue;
        this.letter = letter;
        this.sender = sender;
        this.smtp = voicemail.smtp();
        this.place = place;
        this.clock = clock;
    }

    /** Begins to send. Returns at once. */
    void start() {
        worker.start();
    }

    @Override
    public void changed(String context, String number) {
        news.release();
    }

    @Override
    public void lampsMoved(String context, String number) {
        // Nothing to mail.
    }

    @Override
    public void anythingMayHaveHappened() {
        queue.place(place);
        news.release();
    }

    private void work() {
        if (!smtp.isSetUp()) {
            LOG.info("Mail about voicemail is not set up (PBX_SMTP_HOST)");
            return;
        }
        while (!closed) {
            try {
                sendAll();
                LOG.trace("news: {}", news.tryAcquire(LOOK.toSeconds(), TimeUnit.SECONDS));
                news.drainPermits();
            } catch (InterruptedException stopping) {
                LOG.debug("closing");
            } catch (DataAccessException away) {
                LOG.debug("The database is away: {}", away.getMessage());
                pause();
            }
        }
    }

    private void sendAll() {
        for (Optional<MailedMessage> next = queue.claim(clock.instant()); next.isPresent() && !closed; next = queue.claim(clock.instant())) {
            send(next.get());
        }
    }

    private void send(MailedMessage message) {
        if (message.email() == null) {
            queue.failed(message, "the box has no address any more", null);
            return;
        }
        try {
            sender.send(letter.of(message, clock.instant()));
            queue.sent(message);
        } catch (MailException | MessagingException refused) {
            LOG.warn("Mail about voice message {} was not sent (attempt {}): {}", message.id(), message.attempts(), refused.getMessage());
            queue.failed(message, String.valueOf(refused.getMessage()), again(message.attempts()));
        }
    }

    private Instant again(int attempts) {
        return attempts >= MOST_ATTEMPTS ? null : clock.instant().plus(PAUSES.get(Math.min(attempts, PAUSES.size()) - 1));
    }

    private void pause() {
        try {
            Thread.sleep(Duration.ofSeconds(2));
        } catch (InterruptedException stopping) {
            LOG.debug("closing");
        }
    }

    /** Stops. What is being sent is finished or tried again after the next start. */
    @Override
    public void close() {
        closed = true;
        news.release();
        try {
            if (!worker.join(Duration.ofSeconds(5))) {
                worker.interrupt();
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }
}
