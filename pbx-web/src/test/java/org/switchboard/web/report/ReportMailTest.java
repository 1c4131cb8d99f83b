package org.switchboard.web.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.BodyPart;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.test.context.ContextConfiguration;
import org.switchboard.telephony.report.Every;
import org.switchboard.telephony.report.ReportMailQueue;
import org.switchboard.telephony.report.ReportSchedule;
import org.switchboard.telephony.report.ReportScheduleDraft;
import org.switchboard.telephony.report.ReportScheduleService;
import org.switchboard.telephony.tenant.TenantScope;
import org.switchboard.web.SwitchboardApplication;
import org.switchboard.web.browser.TestPortal;
import org.switchboard.web.voicemail.VoicemailProperties;

/** Mailed reports: a real database, and a real mail server that comes and goes. */
@SpringBootTest(classes = SwitchboardApplication.class)
@ContextConfiguration(initializers = TestPortal.class)
class ReportMailTest {

    private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");
    private static final LocalTime SEVEN = LocalTime.of(7, 0);

    @Autowired
    private ReportLetter letter;
    @Autowired
    private ReportScheduleService schedules;
    @Autowired
    private ReportMailQueue queue;
    @Value("${PBX_DB_URL}")
    private String url;
    @Value("${PBX_DB_OWNER_USER}")
    private String user;
    @Value("${PBX_DB_OWNER_PASSWORD}")
    private String password;

    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private JdbcClient owner;
    private UUID tenant;
    private TenantScope scope;
    private UUID support;
    private int port;

    @BeforeEach
    void company() {
        owner = JdbcClient.create(new DriverManagerDataSource(url, user, password));
        String slug = "mail" + UUID.randomUUID().toString().substring(0, 8);
        tenant = owner.sql("insert into tenant (slug, name, language, time_zone) values (:slug, 'Mail & Co', 'en', 'Asia/Seoul') returning id")
                .param("slug", slug).query(UUID.class).single();
        scope = TenantScope.tenant(tenant, "test");
        support = owner.sql("insert into queue (tenant_id, name) values (:tenant, '=Support') returning id").param("tenant", tenant).query(UUID.class).single();
        server.start();
        port = server.getSmtp().getPort();
    }

    @AfterEach
    void goAway() {
        server.stop();
        owner.sql("delete from tenant where id = :id").param("id", tenant).update();
    }

    private ReportMailer mailer(Instant now) {
        JavaMailSenderImpl sender = new JavaMailSenderImpl();
        sender.setHost("127.0.0.1");
        sender.setPort(port);
        var smtp = new VoicemailProperties.Smtp("127.0.0.1", port, "", "", "reports@pbx.example", VoicemailProperties.Tls.NONE);
        return new ReportMailer(queue, letter, sender, new VoicemailProperties("/nowhere", smtp), Clock.fixed(now, ZoneOffset.UTC));
    }

    private void event(Instant at, String kind, UUID agent, String visit, String detail) {
        owner.sql("select ensure_queue_event_partition(:at)").param("at", at.atOffset(ZoneOffset.UTC)).query((row, n) -> 0).list();
        owner.sql("""
                insert into queue_event (tenant_id, id, at, kind, queue_id, agent_id, visit, detail)
                values (:tenant, :id, :at, :kind, :queue, :agent::uuid, :visit, :detail::jsonb)""")
                .param("tenant", tenant).param("id", UUID.randomUUID()).param("at", at.atOffset(ZoneOffset.UTC)).param("kind", kind)
                .param("queue", support).param("agent", agent == null ? null : agent.toString()).param("visit", visit).param("detail", detail).update();
    }

    private ReportSchedule schedule(List<UUID> queues, String... recipients) {
        return scope.call(() -> schedules.create(new ReportScheduleDraft("Morning", Every.DAY, "07:00", queues, List.of(recipients), null, null)));
    }

    /** The first time after now at which a daily report is due. */
    private static Instant nextSeven() {
        LocalDate day = LocalDate.ofInstant(Instant.now(), SEOUL);
        Instant seven = day.atTime(SEVEN).atZone(SEOUL).toInstant();
        return seven.isAfter(Instant.now()) ? seven : day.plusDays(1).atTime(SEVEN).atZone(SEOUL).toInstant();
    }

    @Test
    void given_a_dead_mail_server_and_two_portals_when_it_comes_back_then_each_address_gets_the_report_once() throws Exception {
        ReportSchedule schedule = schedule(null, "mina@demo.example", "boss@demo.example");
        Instant seven = nextSeven();
        Instant noon = seven.minus(Duration.ofHours(19));
        UUID agent = owner.sql("insert into agent (tenant_id, name, number) values (:tenant, 'Kim', '701') returning id").param("tenant", tenant)
                .query(UUID.class).single();
        event(noon, "entered", null, "v1", "{}");
        event(noon.plusSeconds(5), "answered", agent, "v1", "{\"waited\":\"5000\"}");
        event(noon.plusSeconds(65), "talk_ended", agent, "v1", "{\"talked\":\"60000\"}");
        event(noon.plusSeconds(70), "abandoned", null, "v2", "{\"waited\":\"40000\"}");
        assertThat(mailer(seven.minusSeconds(1)).sendAll()).as("before its time").isZero();
        server.stop();
        assertThat(mailer(seven).sendAll()).isZero();
        assertThat(scope.call(() -> schedules.find(schedule.id())).last().state()).isEqualTo("pending");
        assertThat(scope.call(() -> schedules.find(schedule.id())).last().problem()).isNotBlank();
        server.start();
        port = server.getSmtp().getPort();
        Instant later = seven.plus(Duration.ofMinutes(2));
        try (ExecutorService portals = Executors.newFixedThreadPool(4)) {
            List<Callable<Integer>> all = Collections.nCopies(4, () -> mailer(later).sendAll());
            int sent = 0;
            for (Future<Integer> one : portals.invokeAll(all)) {
                sent += one.get();
            }
            assertThat(sent).isEqualTo(2);
        }
        assertThat(mailer(later.plus(Duration.ofHours(3))).sendAll()).isZero();
        assertThat(Arrays.stream(server.getReceivedMessages()).map(ReportMailTest::recipient)).containsExactlyInAnyOrder("mina@demo.example", "boss@demo.example");
        assertThat(scope.call(() -> schedules.find(schedule.id())).last().state()).isEqualTo("sent");
        says(server.getReceivedMessages()[0], LocalDate.ofInstant(noon, SEOUL));
        assertThat(mailer(later.plus(Duration.ofDays(3))).sendAll()).as("of three days that went by, the last").isEqualTo(2);
        assertThat(TenantScope.tenant(UUID.randomUUID(), "other").call(schedules::all)).isEmpty();
    }

    private static String recipient(MimeMessage mail) {
        try {
            return mail.getRecipients(Message.RecipientType.TO)[0].toString();
        } catch (MessagingException e) {
            throw new AssertionError(e);
        }
    }

    private static void says(MimeMessage mail, LocalDate day) throws Exception {
        assertThat(mail.getSubject()).startsWith("Morning: ").contains(Integer.toString(day.getYear()));
        Map<String, String> parts = new TreeMap<>();
        collect((Multipart) mail.getContent(), parts);
        assertThat(parts.keySet()).contains("queues-" + day + "-" + day + ".csv", "agents-" + day + "-" + day + ".csv", "times-" + day + "-" + day + ".csv");
        assertThat(parts.get("queues-" + day + "-" + day + ".csv")).contains("'=Support,1,1,1,1,1,");
        assertThat(parts.get("text/plain")).contains("Answered: 1").contains("Service level: 50.0 %").contains("/reports?from=" + day);
        assertThat(parts.get("text/html")).contains("Mail &amp; Co").contains("=Support").contains("Kim").contains("50.0 %");
    }

    private static void collect(Multipart content, Map<String, String> parts) throws Exception {
        for (int i = 0; i < content.getCount(); i++) {
            BodyPart part = content.getBodyPart(i);
            if (part.getContent() instanceof Multipart inner) {
                collect(inner, parts);
            } else {
                String name = part.getFileName() == null ? part.getContentType().replaceFirst(";.*", "") : part.getFileName();
                parts.put(name, new String(part.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
            }
        }
    }

    @Test
    void given_a_schedule_that_is_switched_off_and_on_when_its_time_went_by_meanwhile_then_that_one_is_not_sent() {
        ReportSchedule schedule = schedule(List.of(support), "mina@demo.example");
        scope.run(() -> schedules.update(schedule.id(), today -> new ReportScheduleDraft(today.name(), today.every(), today.atTime(), today.queueIds(),
                today.recipients(), today.language(), false)));
        Instant seven = nextSeven();
        assertThat(mailer(seven).sendAll()).isZero();
        owner.sql("update report_schedule set active = true, active_since = :since where id = :id").param("id", schedule.id())
                .param("since", seven.plusSeconds(1).atOffset(ZoneOffset.UTC)).update();
        assertThat(mailer(seven.plusSeconds(2)).sendAll()).isZero();
        owner.sql("delete from queue where id = :id").param("id", support).update();
        assertThat(scope.call(() -> schedules.find(schedule.id())).queues()).isEmpty();
        assertThat(mailer(seven.plus(Duration.ofDays(1))).sendAll()).as("about no queue, so nobody else's calls are told").isEqualTo(1);
    }
}
