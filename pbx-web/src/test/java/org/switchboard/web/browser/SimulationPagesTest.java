package org.switchboard.web.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.regex.Pattern;
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

/** A supervisor tries more agents on a day on which there were too few. */
@PageTest
class SimulationPagesTest {

    private static final UUID QUEUE = UUID.fromString("0192aaaa-0000-7000-8000-000000000001");
    private static final List<UUID> AGENTS = List.of(UUID.fromString("0192aaaa-0000-7000-8000-000000000011"),
            UUID.fromString("0192aaaa-0000-7000-8000-000000000012"));

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

    private final SplittableRandom random = new SplittableRandom(4);
    private Chromium chromium;
    private Scenery scenery;
    private UUID tenant;
    private LocalDate yesterday;

    @BeforeAll
    void yesterdaysCalls(Chromium chromium) {
        this.chromium = chromium;
        scenery = new Scenery(owner, ari, calls, devices, demoFile);
        tenant = scenery.tenant();
        owner.jdbc().sql("insert into queue (id, tenant_id, name, number) values (:id, :tenant, 'Tried support', '7790')")
                .param("id", QUEUE).param("tenant", tenant).update();
        for (UUID agent : AGENTS) {
            String number = "779" + (1 + AGENTS.indexOf(agent));
            owner.jdbc().sql("insert into agent (id, tenant_id, name, number) values (:id, :tenant, :name, :number)").param("id", agent)
                    .param("tenant", tenant).param("name", "Tried " + number).param("number", number).update();
            owner.jdbc().sql("insert into queue_agent (tenant_id, queue_id, agent_id) values (:tenant, :queue, :agent)").param("tenant", tenant)
                    .param("queue", QUEUE).param("agent", agent).update();
        }
        ZoneId zone = ZoneId.of(owner.jdbc().sql("select time_zone from tenant where id = :tenant").param("tenant", tenant).query(String.class).single());
        yesterday = LocalDate.ofInstant(Instant.now(), zone).minusDays(1);
        Instant midnight = yesterday.atStartOfDay(zone).toInstant();
        owner.jdbc().sql("select ensure_queue_event_partition(:at)").param("at", midnight.atOffset(ZoneOffset.UTC)).query((row, n) -> 0).list();
        owner.jdbc().sql("select ensure_queue_event_partition(:at)").param("at", midnight.plus(Duration.ofDays(1)).atOffset(ZoneOffset.UTC))
                .query((row, n) -> 0).list();
        day(midnight.plus(Duration.ofHours(9)));
    }

    /** Two agents and up to 40 calls of four minutes in an hour: too many at noon. Whoever is not answered within a minute gives up. */
    private void day(Instant nine) {
        AGENTS.forEach(agent -> event(nine, "signed_in", null, agent, null, "{}"));
        Instant[] free = {nine, nine};
        int number = 0;
        for (int hour = 0; hour < 9; hour++) {
            int inHour = 40 - Math.abs(hour - 4) * 6;
            for (int call = 0; call < inHour; call++) {
                Instant at = nine.plus(Duration.ofHours(hour)).plusSeconds((long) call * 3600 / inHour + random.nextInt(60));
                String visit = "tried" + ++number;
                event(at, "entered", QUEUE, null, visit, "{}");
                int first = free[0].isBefore(free[1]) ? 0 : 1;
                Instant answer = (free[first].isAfter(at) ? free[first] : at).plusSeconds(4);
                if (answer.isAfter(at.plusSeconds(60))) {
                    event(at.plusSeconds(60), "abandoned", QUEUE, null, visit, "{\"waited\":\"60000\"}");
                } else {
                    int talk = 120 + random.nextInt(240);
                    event(answer.minusSeconds(4), "offered", QUEUE, AGENTS.get(first), visit, "{}");
                    event(answer, "answered", QUEUE, AGENTS.get(first), visit, "{\"waited\":\"%d\"}".formatted(Duration.between(at, answer).toMillis()));
                    event(answer.plusSeconds(talk), "talk_ended", QUEUE, AGENTS.get(first), visit, "{\"talked\":\"%d\"}".formatted(talk * 1000));
                    event(answer.plusSeconds(talk), "wrap_up_ended", QUEUE, AGENTS.get(first), visit, "{\"wrapUp\":\"0\"}");
                    free[first] = answer.plusSeconds(talk);
                }
            }
        }
        AGENTS.forEach(agent -> event(nine.plus(Duration.ofHours(9)), "signed_out", null, agent, null, "{}"));
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
        owner.jdbc().sql("delete from queue_event where tenant_id = :tenant and (queue_id = :queue or agent_id = any(:agents))").param("tenant", tenant)
                .param("queue", QUEUE).param("agents", AGENTS.toArray(UUID[]::new)).update();
        owner.jdbc().sql("delete from agent where id = any(:agents)").param("agents", AGENTS.toArray(UUID[]::new)).update();
        owner.jdbc().sql("delete from queue where id = :queue").param("queue", QUEUE).update();
    }

    @ParameterizedTest(name = "{0} {1} {2}")
    @CsvSource({"en, 1280, LIGHT", "ko, 390, LIGHT", "en, 1280, DARK"})
    void givenADayWithTooFewAgents_whenTheSupervisorTriesMore_thenTheServiceLevelThatItWouldHaveGivenIsShown(String language, int width,
                                                                                                            ColorScheme colours) {
        String view = language + "-" + width + "-" + colours.name().toLowerCase(Locale.ROOT) + "-simulation";
        try (Visitor admin = chromium.visitor(port, language, width, colours)) {
            admin.signIn(scenery.demo("adminEmail"), scenery.demo("adminPassword"));
            Page page = admin.open("/queues/" + QUEUE);
            admin.look(view + "-queue");
            page.locator(".head-links a[href$='/what-if']").click();
            assertThat(page.locator("#day")).hasValue(yesterday.toString());
            int was = percent(page, 0);
            Assertions.assertThat(percent(page, 1)).as("nothing changed").isCloseTo(was, Assertions.within(12));
            page.fill("#agents", "5");
            page.locator(".tried .btn-primary").click();
            assertThat(page.locator(".verdict-figures .is-better")).isVisible();
            Assertions.assertThat(percent(page, 0)).isEqualTo(was);
            Assertions.assertThat(percent(page, 1)).isGreaterThan(95);
            assertThat(page).hasURL(Pattern.compile(".*agents=5.*"));
            assertThat(page.locator(".report-bars rect").first()).isVisible();
            admin.look(view + "-more");
            admin.open("/queues/" + QUEUE + "/what-if?day=2020-01-01");
            admin.look(view + "-nothing");
        }
    }

    private static int percent(Page page, int which) {
        return Integer.parseInt(page.locator(".verdict-figures b").nth(which).textContent().replace(" %", ""));
    }

    @Test
    void givenWhatCannotBeTried_whenAsked_thenItSaysWhatIsAcceptedAndKeepsWhatWasTyped() {
        try (Visitor admin = chromium.visitor(port, "en", 1280, ColorScheme.LIGHT)) {
            admin.signIn(scenery.demo("adminEmail"), scenery.demo("adminPassword"));
            Page page = admin.open("/queues/" + QUEUE + "/what-if?agents=many&wrapUpSeconds=soon&day=2026-02-30&strategy=luck");
            assertThat(page.locator(".problem")).hasCount(4);
            assertThat(page.locator("#agents")).hasValue("many");
            admin.open("/queues/" + QUEUE + "/what-if?agents=1001");
            assertThat(page.locator("#agents-problem")).containsText("1000");
            admin.open("/queues/" + QUEUE + "/what-if?hour=1&hour=x");
            assertThat(page.locator("#agentsByHour-problem")).isVisible();
            assertThat(page.locator("input[name=hour]").nth(1)).hasValue("x");
        }
    }
}
