package org.switchboard.web.voicemail;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Address;
import jakarta.mail.BodyPart;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.switchboard.local.Layout;
import org.switchboard.local.LocalStack;
import org.switchboard.local.Progress;
import org.switchboard.local.Settings;
import org.switchboard.local.process.Await;
import org.switchboard.telephony.voicemail.MailedMessage;
import org.switchboard.telephony.voicemail.VoicemailMailQueue;
import org.switchboard.telephony.voicemail.VoicemailPlace;
import org.switchboard.web.config.PortalProperties;

/** Mail about new messages: a real database, and a real mail server that comes and goes. */
@Timeout(60)
class VoicemailMailTest {

    private static final Duration SOON = Duration.ofSeconds(10);
    private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");
    private static final byte[] SOUND = "RIFF....WAVEfmt a message".getBytes(StandardCharsets.US_ASCII);

    @TempDir
    private static Path folder;
    private static LocalStack stack;
    private static JdbcClient owner;
    private static VoicemailMailQueue queue;
    private static int companies;

    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private final Instant received = Instant.now().minusSeconds(20).truncatedTo(ChronoUnit.SECONDS);
    private UUID tenant;
    private VoicemailMailer mailer;

    @BeforeAll
    static void startDatabase() {
        stack = new LocalStack(new Layout(folder.resolve("data")), Settings.forTest(), Progress.silent());
        stack.startDatabase();
        owner = JdbcClient.create(new DriverManagerDataSource(stack.jdbcUrl(), stack.settings().databaseOwner(), stack.ownerPassword()));
        var engine = new PGSimpleDataSource();
        engine.setUrl(stack.jdbcUrl());
        engine.setUser("pbx_engine");
        engine.setPassword(stack.secrets().databaseEngine());
        queue = new VoicemailMailQueue(engine);
    }

    @AfterAll
    static void stopDatabase() {
        stack.close();
    }

    @BeforeEach
    void company() {
        owner.sql("delete from voicemail_message").update();
        tenant = owner.sql("insert into tenant (slug, name, time_zone) values (:slug, 'Company', 'Asia/Seoul') returning id")
                .param("slug", "mail" + companies++).query(UUID.class).single();
        owner.sql("insert into voicemail_box (tenant_id, number, name, email) values (:tenant, '200', 'Sales', 'sales@company.example')")
                .param("tenant", tenant).update();
    }

    @AfterEach
    void stop() {
        if (mailer != null) {
            mailer.close();
        }
        server.stop();
    }

    @Test
    void given_a_new_message_when_mailed_then_it_says_who_when_and_how_long_and_carries_the_sound_once() throws Exception {
        server.start();
        start(server.getSmtp().getPort());
        message("\"Mina Park\" <101>");
        mailer.changed(tenant.toString(), "200");

        assertThat(server.waitForIncomingEmail(SOON.toMillis(), 1)).isTrue();
        MimeMessage mail = server.getReceivedMessages()[0];
        assertThat(mail.getSubject()).isEqualTo("New voice message from Mina Park 101 (0:12)");
        assertThat(mail.getAllRecipients()).extracting(Address::toString).containsExactly("sales@company.example");
        assertThat(mail.getFrom()).extracting(Address::toString).containsExactly("voicemail@pbx.example");
        assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        Multipart parts = (Multipart) mail.getContent();
        assertThat(text(parts.getBodyPart(0))).contains("200 Sales", "Mina Park 101", "Asia/Seoul", "0:12",
                DateTimeFormatter.ofPattern("MMM d, uuuu, h:mm", Locale.ENGLISH).format(received.atZone(SEOUL)),
                "https://pbx.example/voicemail/200");
        BodyPart sound = parts.getBodyPart(1);
        assertThat(sound.getFileName()).isEqualTo(DateTimeFormatter.ofPattern("'voicemail-'uuuu-MM-dd-HHmmss'.wav'").format(received.atZone(SEOUL)));
        assertThat(sound.getContentType()).startsWith("audio/wav");
        assertThat(sound.getInputStream().readAllBytes()).isEqualTo(SOUND);

        assertThat(Await.until(SOON, () -> state().equals("sent"))).isTrue();
        moveByPhone();
        mailer.changed(tenant.toString(), "200");
        assertThat(queue.claim(Instant.now().plus(Duration.ofHours(1)))).as("nothing more to send, also after it was moved").isEmpty();
        assertThat(server.getReceivedMessages()).hasSize(1);
    }

    @Test
    void given_a_caller_whose_name_has_line_breaks_when_mailed_then_no_header_and_no_recipient_is_added() throws Exception {
        server.start();
        start(server.getSmtp().getPort());
        message("\"Eve\r\nBcc: all@company.example\r\n\r\nbody\" <666>");
        mailer.changed(tenant.toString(), "200");

        assertThat(server.waitForIncomingEmail(SOON.toMillis(), 1)).isTrue();
        MimeMessage mail = server.getReceivedMessages()[0];
        assertThat(mail.getHeader("Bcc")).isNull();
        assertThat(mail.getAllRecipients()).hasSize(1);
        assertThat(mail.getSubject()).isEqualTo("New voice message from Eve Bcc: all@company.example body 666 (0:12)");
    }

    @Test
    void given_a_korean_box_that_keeps_nothing_when_mailed_then_the_words_are_korean_and_the_message_is_gone() throws Exception {
        owner.sql("update voicemail_box set language = 'ko', delete_after_mail = true where tenant_id = :tenant").param("tenant", tenant).update();
        server.start();
        start(server.getSmtp().getPort());
        message("Unknown");
        mailer.changed(tenant.toString(), "200");

        assertThat(server.waitForIncomingEmail(SOON.toMillis(), 1)).isTrue();
        assertThat(server.getReceivedMessages()[0].getSubject()).isEqualTo("알 수 없는 발신자님의 새 음성 메시지 (0:12)");
        assertThat(Await.until(SOON, () -> count() == 0)).as("the message is in the mail only").isTrue();
    }

    @Test
    void given_a_dead_mail_server_when_it_comes_back_then_the_mail_arrives_once_also_after_a_restart() {
        server.start();
        int port = server.getSmtp().getPort();
        server.stop();
        start(port);
        message("\"Mina Park\" <101>");
        mailer.changed(tenant.toString(), "200");
        assertThat(Await.until(SOON, () -> !column("mail_problem").isEmpty())).isTrue();
        assertThat(state()).isEqualTo("pending");
        assertThat(column("mail_attempts")).isEqualTo("1");
        assertThat(queue.claim(Instant.now().plusSeconds(30))).as("not before the pause is over").isEmpty();
        mailer.close();

        var again = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        again.start();
        try {
            owner.sql("update voicemail_message set mail_due = now()").update();
            start(port);
            assertThat(again.waitForIncomingEmail(SOON.toMillis(), 1)).isTrue();
            assertThat(Await.until(SOON, () -> state().equals("sent"))).isTrue();
            assertThat(again.getReceivedMessages()).hasSize(1);
        } finally {
            again.stop();
        }
    }

    @Test
    void given_a_sender_that_died_while_sending_when_its_claim_is_over_then_another_sends() {
        message("\"Mina Park\" <101>");
        Instant now = Instant.now();

        MailedMessage claimed = queue.claim(now.plusSeconds(1)).orElseThrow();
        assertThat(queue.claim(now.plusSeconds(60))).as("somebody is at it").isEmpty();
        assertThat(queue.claim(now.plusSeconds(400)).orElseThrow().id()).isEqualTo(claimed.id());
    }

    @Test
    void given_a_box_without_address_or_a_message_from_before_when_looked_for_then_nothing_is_sent() {
        message("\"Mina Park\" <101>");
        owner.sql("update voicemail_message set origtime = origtime - 300000").update();
        assertThat(queue.claim(Instant.now().plusSeconds(1))).isEmpty();
        assertThat(state()).isEqualTo("failed");

        owner.sql("delete from voicemail_message").update();
        owner.sql("update voicemail_box set email = null where tenant_id = :tenant").param("tenant", tenant).update();
        message("\"Mina Park\" <101>");
        assertThat(state()).isEqualTo("none");
    }

    private void start(int port) {
        var smtp = new VoicemailProperties.Smtp("127.0.0.1", port, "", "", "voicemail@pbx.example", VoicemailProperties.Tls.NONE);
        var properties = new VoicemailProperties("/spool/voicemail", smtp);
        var words = new ResourceBundleMessageSource();
        words.setBasenames("words/voicemail");
        words.setDefaultEncoding("UTF-8");
        words.setFallbackToSystemLocale(false);
        var portal = new PortalProperties(URI.create("https://pbx.example"), null, null, null, null, null, null);
        mailer = new VoicemailMailer(queue, new VoicemailLetter(words, portal, properties), new VoicemailConfig().mailSender(properties), properties,
                new VoicemailPlace("/spool/voicemail"), Clock.systemUTC());
        mailer.start();
    }

    /** A message as Asterisk stores it. */
    private void message(String caller) {
        owner.sql("""
                insert into voicemessages (dir, msgnum, recording, callerid, origtime, duration, mailboxuser, mailboxcontext, msg_id)
                values ('/spool/voicemail/' || :tenant || '/200/INBOX', 0, :wav, :caller, :at, 12, '200', :tenant, 'm1')""")
                .param("tenant", tenant.toString()).param("wav", SOUND).param("caller", caller)
                .param("at", received.getEpochSecond()).update();
    }

    /** Asterisk moves a message by storing it anew and deleting the first. */
    private void moveByPhone() {
        owner.sql("""
                insert into voicemessages (dir, msgnum, msg_id, context, callerid, origtime, duration, recording, flag, mailboxuser, mailboxcontext)
                select replace(dir, 'INBOX', 'Old'), 0, msg_id, context, callerid, origtime, duration, recording, flag, mailboxuser, mailboxcontext
                  from voicemessages where dir like '%INBOX'""").update();
        owner.sql("delete from voicemessages where dir like '%INBOX'").update();
    }

    private String state() {
        return column("mail");
    }

    private static String column(String name) {
        return owner.sql("select " + name + "::text from voicemail_message").query(String.class).optional().orElse("");
    }

    private static int count() {
        return owner.sql("select count(*) from voicemail_message").query(Integer.class).single();
    }

    private static String text(BodyPart part) throws Exception {
        Object content = part.getContent();
        return content instanceof Multipart inner ? text(inner.getBodyPart(0)) : content.toString();
    }
}
