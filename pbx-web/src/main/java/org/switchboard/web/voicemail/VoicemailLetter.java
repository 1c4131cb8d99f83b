package org.switchboard.web.voicemail;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Date;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;
import org.switchboard.telephony.voicemail.MailedMessage;
import org.switchboard.web.config.PortalProperties;
import org.switchboard.web.page.Formats;

/**
 * Writes the mail about a message, in the box's language and by the company's clock. What a stranger's phone said about itself is
 * one line of text by then; Jakarta Mail encodes it in the header, and what could still end a header is refused by it.
 */
@Component
final class VoicemailLetter {

    private final MessageSource messages;
    private final PortalProperties portal;
    private final VoicemailProperties.Smtp smtp;

    VoicemailLetter(MessageSource messages, PortalProperties portal, VoicemailProperties voicemail) {
        this.messages = messages;
        this.portal = portal;
        this.smtp = voicemail.smtp();
    }

    /**
     * Writes a mail.
     *
     * @param message what it is about
     * @param now     the time
     * @return the mail, ready to be sent
     * @throws MessagingException when the address or the sender's is none
     */
    MimeMessage of(MailedMessage message, Instant now) throws MessagingException {
        Locale locale = Locale.forLanguageTag(message.language());
        ZoneId zone = ZoneId.of(message.timeZone());
        Formats formats = new Formats(zone, locale, now);
        String caller = caller(message, locale);
        String length = formats.duration(message.receivedAt(), message.receivedAt().plusSeconds(message.seconds()));
        String link = portal.portalUrl() + "/voicemail/" + message.boxNumber();
        MimeMessage mail = new Numbered("<voicemail-" + message.id() + "@" + portal.portalUrl().getHost() + ">");
        MimeMessageHelper helper = new MimeMessageHelper(mail, message.audio() != null, "UTF-8");
        helper.setFrom(smtp.from());
        helper.setTo(message.email());
        helper.setSubject(messages.getMessage("voicemail.mail.subject", new Object[] {caller, length}, locale));
        helper.setText(messages.getMessage("voicemail.mail.text", new Object[] {message.boxNumber() + " " + message.boxName(), caller,
                formats.dateTime(message.receivedAt()) + " (" + zone + ")", length, link}, locale)
                + (message.deleteAfterwards() ? "\n" + messages.getMessage("voicemail.mail.deleted", null, locale) : "") + "\n");
        helper.setSentDate(Date.from(now));
        // Out-of-office replies are not wanted (RFC 3834 section 5).
        mail.setHeader("Auto-Submitted", "auto-generated");
        if (message.audio() != null) {
            String moment = DateTimeFormatter.ofPattern("uuuu-MM-dd-HHmmss", Locale.ROOT).format(message.receivedAt().atZone(zone));
            helper.addAttachment("voicemail-" + moment + ".wav", new ByteArrayResource(message.audio()), "audio/wav");
        }
        mail.saveChanges();
        return mail;
    }

    private String caller(MailedMessage message, Locale locale) {
        String both = (message.callerName() + " " + message.callerNumber()).strip();
        return both.isEmpty() ? messages.getMessage("voicemail.caller.unknown", null, locale) : both;
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
