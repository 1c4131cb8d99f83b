package org.switchboard.web.alert;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Date;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;
import org.switchboard.telephony.alert.AlertMail;
import org.switchboard.web.config.PortalProperties;
import org.switchboard.web.page.Formats;
import org.switchboard.web.voicemail.VoicemailProperties;

/** Writes the mail about an alert, in the company's language and by its clock. */
@Component
final class AlertLetter {

    private final MessageSource messages;
    private final AlertWords words;
    private final PortalProperties portal;
    private final VoicemailProperties.Smtp smtp;

    AlertLetter(MessageSource messages, AlertWords words, PortalProperties portal, VoicemailProperties voicemail) {
        this.messages = messages;
        this.words = words;
        this.portal = portal;
        this.smtp = voicemail.smtp();
    }

    /**
     * Writes a mail.
     *
     * @param alert what it is about
     * @param now   the time
     * @return the mail, ready to be sent
     * @throws MessagingException when an address is none
     */
    MimeMessage of(AlertMail alert, Instant now) throws MessagingException {
        Locale locale = Locale.forLanguageTag(alert.language());
        ZoneId zone = ZoneId.of(alert.timeZone());
        Formats formats = new Formats(zone, locale, now);
        boolean over = alert.endedAt() != null && alert.bound() != null;
        String about = words.sentence(alert.kind(), alert.value(), alert.bound(), alert.caller(), alert.country(), locale);
        String link = portal.portalUrl() + "/wallboard";
        MimeMessage mail = new Numbered("<alert-" + alert.id() + (over ? "-over" : "") + "@" + portal.portalUrl().getHost() + ">");
        MimeMessageHelper helper = new MimeMessageHelper(mail, false, "UTF-8");
        helper.setFrom(smtp.from());
        helper.setTo(alert.emails().toArray(String[]::new));
        helper.setSubject(messages.getMessage(over ? "alert.mail.over" : "alert.mail.subject",
                new Object[] {alert.queueName(), messages.getMessage("board.alert." + alert.kind().value(), null, locale)}, locale));
        helper.setText(messages.getMessage("alert.mail.text", new Object[] {alert.queueName(), about, formats.dateTime(alert.beganAt()) + " (" + zone + ")",
                link}, locale) + (over ? "\n" + messages.getMessage("alert.mail.until", new Object[] {formats.dateTime(alert.endedAt())}, locale) : "") + "\n");
        helper.setSentDate(Date.from(now));
        // Out-of-office replies are not wanted (RFC 3834 section 5).
        mail.setHeader("Auto-Submitted", "auto-generated");
        mail.saveChanges();
        return mail;
    }

    /** Has the same id each time it is sent, so that a mail program can drop the second one if it ever comes twice. */
    private static final class Numbered extends MimeMessage {

        private final String id;

        Numbered(String id) {
            super((Session) null);
            this.id = id;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", id);
        }
    }
}
