package org.switchboard.web.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.switchboard.telephony.live.DeviceStates;
import org.switchboard.telephony.live.LiveCalls;
import org.switchboard.web.browser.TestPortal.OwnersHands;

/** Reports and the mailed ones in a real browser, with two days of a small call centre. */
@PageTest
class ReportPagesTest {

    private static final UUID SUPPORT = UUID.randomUUID();
    private static final UUID SALES = UUID.randomUUID();
    private static final List<UUID> AGENTS = List.of(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID());
    private static final List<String> NAMES = List.of("Hana Seo", "Junho Lim", "=SUM(A1)");

    @LocalServerPort
    int port;
    @Autowired
    OwnersHands owner;
    @Autowired
    FakeAri ari;
    @Autowired
    LiveCalls calls;
    @Autowired
    DeviceStates devices;
    @Value("${pbx.demo-file}")
    Path demoFile;

    private Chromium chromium;
    private Scenery scenery;
    private UUID tenant;
    private LocalDate yesterday;
    private final Random random = new Random(7);

    @BeforeAll
    void yesterdaysCalls(Chromium chromium) {
        this.chromium = chromium;
        scenery = new Scenery(owner, ari, calls, devices, demoFile);
        tenant = scenery.tenant();
        owner.jdbc().sql("insert into queue (id, tenant_id, name, service_level_percent) values (:id, :tenant, 'Report support', 80)")
                .param("id", SUPPORT).param("tenant", tenant).update();
        owner.jdbc().sql("insert into queue (id, tenant_id, name, service_level_percent) values (:id, :tenant, 'Report sales', 80)")
                .param("id", SALES).param("tenant", tenant).update();
        for (int i = 0; i < AGENTS.size(); i++) {
            owner.jdbc().sql("insert into agent (id, tenant_id, name, number) values (:id, :tenant, :name, :number)").param("id", AGENTS.get(i))
                    .param("tenant", tenant).param("name", NAMES.get(i)).param("number", "88" + i).update();
        }
        ZoneId zone = ZoneId.of(owner.jdbc().sql("select time_zone from tenant where id = :tenant").param("tenant", tenant).query(String.class).single());
        yesterday = LocalDate.ofInstant(Instant.now(), zone).minusDays(1);
        day(yesterday.minusDays(1).atStartOfDay(zone).toInstant());
        day(yesterday.atStartOfDay(zone).toInstant());
    }

    private void day(Instant midnight) {
        owner.jdbc().sql("select ensure_queue_event_partition(:at)").param("at", midnight.atOffset(ZoneOffset.UTC)).query((row, n) -> 0).list();
        owner.jdbc().sql("select ensure_queue_event_partition(:at)").param("at", midnight.plus(Duration.ofHours(20)).atOffset(ZoneOffset.UTC))
                .query((row, n) -> 0).list();
        Instant nine = midnight.plus(Duration.ofHours(9));
        for (UUID agent : AGENTS) {
            event(nine.plusSeconds(random.nextInt(600)), "signed_in", null, agent, null, "{}");
            event(nine.plus(Duration.ofHours(3)), "paused", null, agent, null, "{\"reason\":\"Lunch\"}");
            event(nine.plus(Duration.ofHours(4)), "resumed", null, agent, null, "{\"paused\":\"3600000\"}");
            event(nine.plus(Duration.ofHours(9)), "signed_out", null, agent, null, "{}");
        }
        for (int i = 0; i < 160; i++) {
            call(nine.plusSeconds(60 + random.nextInt(9 * 3600 - 400)), "visit" + midnight.getEpochSecond() + i, random.nextInt(3) == 0 ? SALES : SUPPORT,
                    AGENTS.get(random.nextInt(3)));
        }
    }

    private void call(Instant at, String visit, UUID queue, UUID agent) {
        int waited = random.nextInt(45);
        int talked = 30 + random.nextInt(240);
        event(at, "entered", queue, null, visit, "{\"caller\":\"+82212345678\"}");
        int lot = random.nextInt(12);
        if (lot == 0) {
            event(at.plusSeconds(waited), "abandoned", queue, null, visit, "{\"waited\":\"" + waited * 1000 + "\"}");
        } else if (lot == 1) {
            event(at.plusSeconds(90), "left", queue, null, visit, "{\"waited\":\"90000\",\"way\":\"max_wait\"}");
        } else {
            event(at.plusSeconds(1), "offered", queue, agent, visit, "{}");
            event(at.plusSeconds(waited), "answered", queue, agent, visit, "{\"waited\":\"" + waited * 1000 + "\"}");
            event(at.plusSeconds(waited + talked), "talk_ended", queue, agent, visit, "{\"talked\":\"" + talked * 1000 + "\",\"by\":\"caller\"}");
            event(at.plusSeconds(waited + talked + 20), "wrap_up_ended", queue, agent, visit, "{\"wrapUp\":\"20000\"}");
        }
    }

    private void event(Instant at, String kind, UUID queue, UUID agent, String visit, String detail) {
        owner.jdbc().sql("""
                insert into queue_event (tenant_id, id, at, kind, queue_id, agent_id, visit, detail)
                values (:tenant, :id, :at, :kind, :queue::uuid, :agent::uuid, :visit, :detail::jsonb)""")
                .param("tenant", tenant).param("id", UUID.randomUUID()).param("at", at.atOffset(ZoneOffset.UTC)).param("kind", kind)
                .param("queue", queue == null ? null : queue.toString()).param("agent", agent == null ? null : agent.toString())
                .param("visit", visit).param("detail", detail).update();
    }

    @AfterAll
    void tidy() {
        owner.jdbc().sql("delete from queue_event where tenant_id = :tenant").param("tenant", tenant).update();
        owner.jdbc().sql("delete from report_schedule where tenant_id = :tenant").param("tenant", tenant).update();
        owner.jdbc().sql("delete from agent where tenant_id = :tenant and number like '88_'").param("tenant", tenant).update();
        owner.jdbc().sql("delete from queue where tenant_id = :tenant and name like 'Report %'").param("tenant", tenant).update();
    }

    @ParameterizedTest(name = "{0} {1} {2}")
    @CsvSource({"en, 1280, LIGHT", "ko, 390, LIGHT", "en, 1280, DARK"})
    void givenACallCentresDays_whenTheAdminAndTheSupervisorLook_thenEveryPageIsWell(String language, int width, ColorScheme colours) {
        String view = language + "-" + width + "-" + colours.name().toLowerCase(Locale.ROOT) + "-report";
        try (Visitor admin = chromium.visitor(port, language, width, colours)) {
            admin.signIn(scenery.demo("adminEmail"), scenery.demo("adminPassword"));
            Page page = admin.open("/reports?from=" + yesterday + "&to=" + yesterday);
            assertThat(page.locator(".report-bars").first()).isVisible();
            assertThat(page.locator(".report-table").first()).containsText("Report sales");
            admin.look(view + "-day");
            admin.open("/reports?from=" + yesterday.minusDays(6) + "&to=" + yesterday);
            admin.look(view + "-week");
            admin.open("/reports?from=2020-01-01");
            admin.look(view + "-nothing");
            for (String path : List.of("", "/new")) {
                admin.open("/reports/schedules" + path);
                admin.look(view + "-schedules" + path.replace('/', '-'));
            }
        }
    }

    @Test
    void givenWrongChoices_whenShown_thenItSaysWhatIsAccepted() {
        try (Visitor admin = chromium.visitor(port, "en", 1280, ColorScheme.LIGHT)) {
            admin.signIn(scenery.demo("adminEmail"), scenery.demo("adminPassword"));
            Page page = admin.open("/reports?from=2026-03-02&to=2026-03-01");
            assertThat(page.locator(".notice-bad")).containsText("before the first");
            assertThat(page.locator("[name=to]")).hasValue("2026-03-01");
            admin.open("/reports?from=2026-01-01&to=2026-03-01&by=hour");
            assertThat(page.locator(".notice-bad")).containsText("31");
            admin.open("/reports?from=yesterday&queue=x");
            assertThat(page.locator(".notice-bad")).containsText("day");
        }
    }

    @Test
    void givenAReport_whenItsTableIsSavedAndAQueueIsChosen_thenTheFileAgreesAndRunsNothing() throws IOException {
        try (Visitor admin = chromium.visitor(port, "en", 1280, ColorScheme.LIGHT)) {
            admin.signIn(scenery.demo("adminEmail"), scenery.demo("adminPassword"));
            Page page = admin.open("/reports?from=" + yesterday + "&to=" + yesterday);
            String answered = page.locator(".report-table").first().locator("tr:has-text('Report support') td").nth(1).textContent();
            Download queues = page.waitForDownload(() -> page.locator("a[href*='table=queues']").click());
            String[] row = Files.readAllLines(queues.path()).stream().filter(line -> line.startsWith("Report support")).findFirst().orElseThrow().split(",");
            Assertions.assertThat(row[2]).isEqualTo(answered);
            Download agents = page.waitForDownload(() -> page.locator("a[href*='table=agents']").click());
            Assertions.assertThat(Files.readString(agents.path())).contains("'=SUM(A1)").contains("Paused: Lunch");
            page.click(".picklist summary");
            page.check(".picklist label:has-text('Report support') input");
            page.click(".filters button");
            assertThat(page.locator(".report-table").first()).not().containsText("Report sales");
            assertThat(page.locator(".picklist summary")).hasText("Report support");
        }
    }

    @Test
    void givenASupervisorOfOneQueue_whenHeLooks_thenHeSeesThatOneAlone() {
        UUID supervisor = owner.jdbc().sql("select id from app_user where email = :email").param("email", scenery.demo("supervisorEmail"))
                .query(UUID.class).single();
        owner.jdbc().sql("insert into queue_supervisor (tenant_id, queue_id, user_id) values (:tenant, :queue, :user)").param("tenant", tenant)
                .param("queue", SUPPORT).param("user", supervisor).update();
        try (Visitor visitor = chromium.visitor(port, "en", 1280, ColorScheme.LIGHT)) {
            visitor.signIn(scenery.demo("supervisorEmail"), scenery.demo("supervisorPassword"));
            Page page = visitor.open("/reports?from=" + yesterday + "&to=" + yesterday);
            assertThat(page.locator(".report-table").first()).containsText("Report support");
            Assertions.assertThat(page.content()).doesNotContain("Report sales");
            visitor.open("/reports?from=" + yesterday + "&queue=" + SALES);
            assertThat(page.locator(".notice-bad")).containsText("no such queue");
            Assertions.assertThat(page.request().get("http://127.0.0.1:" + port + "/reports/export?table=queues&queue=" + SALES).status()).isEqualTo(422);
            Assertions.assertThat(page.request().get("http://127.0.0.1:" + port + "/reports/schedules").status()).isEqualTo(403);
        } finally {
            owner.jdbc().sql("delete from queue_supervisor where user_id = :user").param("user", supervisor).update();
        }
    }

    @Test
    void givenAMailedReport_whenItIsMadeChangedAndDeleted_thenEachStepSaysSo() {
        try (Visitor admin = chromium.visitor(port, "en", 1280, ColorScheme.LIGHT)) {
            admin.signIn(scenery.demo("adminEmail"), scenery.demo("adminPassword"));
            Page page = admin.open("/reports/schedules/new");
            page.fill("#name", "Morning report");
            page.fill("#recipients", "mina@demo.example, nonsense");
            page.check("[name=which][value=some]");
            page.click("text=Create");
            assertThat(page.locator(".problem")).hasCount(2);
            assertThat(page.locator("#recipients")).hasValue("mina@demo.example, nonsense");
            page.fill("#recipients", "mina@demo.example\nboss@demo.example");
            page.check("label:has-text('Report support') input");
            page.click("text=Create");
            assertThat(page.locator(".notice-good")).containsText("Morning report");
            admin.look("en-1280-light-report-schedules-one");
            page.click("a.row-link:has-text('Morning report')");
            page.selectOption("#every", "week");
            page.click("button:has-text('Save')");
            assertThat(page.locator(".saved")).containsText("next mail");
            admin.look("en-1280-light-report-schedule");
            page.click(".danger button");
            page.click("[data-ask-yes]");
            assertThat(page.locator(".notice-good")).containsText("not sent any more");
        }
    }
}
