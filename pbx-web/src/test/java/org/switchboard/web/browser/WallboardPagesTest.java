package org.switchboard.web.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.switchboard.telephony.alert.AlertWatch;
import org.switchboard.telephony.callcentre.FloorView;
import org.switchboard.telephony.distribution.AgentStatus;
import org.switchboard.telephony.live.DeviceStates;
import org.switchboard.telephony.live.LiveCalls;
import org.switchboard.web.browser.TestPortal.OwnersHands;

/** The wallboard, alerts and an agent's desk in a real browser. */
@PageTest
class WallboardPagesTest {

    @LocalServerPort
    int port;
    @Autowired
    OwnersHands owner;
    @Autowired
    FakeAri ari;
    @Autowired
    FakeFloor floor;
    @Autowired
    AlertWatch alerts;
    @Autowired
    LiveCalls calls;
    @Autowired
    DeviceStates devices;
    @Value("${pbx.demo-file}")
    Path demoFile;

    private Chromium chromium;
    private Scenery scenery;
    private CentreScenery centre;

    @BeforeAll
    void build(Chromium chromium) {
        this.chromium = chromium;
        scenery = new Scenery(owner, ari, calls, devices, demoFile);
        centre = new CentreScenery(owner, floor, scenery.tenant());
        centre.build();
        centre.today(centre.support(), 5, 4, 1);
    }

    @BeforeEach
    void busy() {
        centre.busy();
        alerts.look();
    }

    @AfterAll
    void clear() {
        centre.clear();
        alerts.look();
    }

    @ParameterizedTest(name = "{0} {1} {2}")
    @CsvSource({"en, 1440, LIGHT", "ko, 390, LIGHT", "en, 1440, DARK"})
    void givenABusyCentre_whenSupervisorsLook_thenEveryPageIsWell(String language, int width, ColorScheme colours) {
        String view = language + "-" + width + "-" + colours.name().toLowerCase(Locale.ROOT);
        try (Visitor supervisor = supervisor(language, width, colours)) {
            Page page = supervisor.open("/wallboard");
            assertThat(tile(page, "Wallboard support").locator(".tile-alert")).hasCount(3);
            supervisor.look(view + "-wallboard");
            tile(page, "Wallboard support").locator(".tile-name").click();
            assertThat(page.locator(".callers > li")).hasCount(3);
            supervisor.look(view + "-wallboard-queue");
            page.keyboard().press("Escape");
            tile(page, "Wallboard support").locator(".pill", new Locator.LocatorOptions().setHasText("Daniel Lee")).click();
            assertThat(page.locator(".drawer h2")).hasText("Daniel Lee");
            supervisor.look(view + "-wallboard-agent");
            supervisor.open("/wallboard?wall");
            assertThat(page.locator(".tile-alert").first()).isVisible();
            supervisor.look(view + "-wallboard-wall");
            supervisor.open("/");
            assertThat(page.locator(".alerts li").first()).isVisible();
            supervisor.look(view + "-home-alerts");
        }
    }

    @Test
    void givenAWallboard_whenAnAgentAnswers_thenHisPillAndTheTileFollow() {
        try (Visitor supervisor = supervisor("en", 1440, ColorScheme.LIGHT)) {
            Page page = supervisor.open("/wallboard");
            Locator tile = tile(page, "Wallboard support");
            assertThat(tile.locator(".tile-big b").first()).hasText("3");
            assertThat(tile.locator(".pill-free")).hasCount(1);
            floor.agent(scenery.tenant(), centre.agent(0), agent -> new FloorView.Agent(agent.agentId(), AgentStatus.TALKING, Instant.now(), null, null,
                    false, "", new FloorView.AgentCall(centre.support(), "v", null, "+8225550199", "", false)));
            assertThat(tile.locator(".pill-free")).hasCount(0);
            assertThat(tile.locator(".pill-talking")).hasCount(2);
            floor.put(new FloorView(scenery.tenant(), Instant.now(), List.of(new FloorView.Queue(centre.support(), List.of())), floor.view(scenery.tenant()).agents()));
            assertThat(tile.locator(".tile-big b").first()).hasText("0");
        }
    }

    @Test
    void givenAPanel_whenTheSupervisorActs_thenItIsCommandedInHisName() {
        try (Visitor supervisor = supervisor("en", 1440, ColorScheme.LIGHT)) {
            Page page = supervisor.open("/wallboard");
            tile(page, "Wallboard support").locator(".tile-name").click();
            page.locator(".callers > li").first().locator("button", new Locator.LocatorOptions().setHasText("To the front")).click();
            page.waitForCondition(() -> floor.commands().stream().anyMatch(command -> command.startsWith("toFront 1700000009.71.1 by ")));
            page.keyboard().press("Escape");
            tile(page, "Wallboard support").locator(".pill", new Locator.LocatorOptions().setHasText("Mina Park")).click();
            page.locator(".drawer form", new Page.LocatorOptions().setHasText("Pause")).locator("button").click();
            assertThat(tile(page, "Wallboard support").locator(".pill-paused")).hasCount(2);
            Assertions.assertThat(floor.commands()).anyMatch(command -> command.startsWith("pause " + centre.agent(0)));
        }
    }

    @Test
    void givenQueuesInTrouble_whenASupervisorIsOnAnyPage_thenANoticeComesOnce() {
        try (Visitor supervisor = supervisor("en", 1280, ColorScheme.LIGHT)) {
            owner.jdbc().sql("delete from queue_alert where tenant_id = :tenant").param("tenant", scenery.tenant()).update();
            owner.jdbc().sql("""
                    insert into queue_alert (tenant_id, queue_id, kind, began_at, ended_at, value, caller)
                    values (:tenant, :queue, 'abandoned', now(), now(), 70, '+8225550177')""")
                    .param("tenant", scenery.tenant()).param("queue", centre.sales()).update();
            Page page = supervisor.open("/calls");
            assertThat(page.locator(".alert-row")).containsText("Wallboard sales");
            assertThat(page.locator(".alert-row")).containsText("gave up after 1:10");
            supervisor.look("en-1280-alert-notice");
            supervisor.open("/extensions");
            page.waitForResponse("**/alerts/news", () -> page.evaluate("document.body.dataset.waited = 'yes'"));
            assertThat(page.locator(".alert-row")).hasCount(0);
        }
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({"en, 1280", "ko, 390"})
    void givenAnAgent_whenHeWorksAtHisDesk_thenStateCallAndNotesAreThere(String language, int width) {
        try (Visitor agent = chromium.visitor(port, language, width, ColorScheme.LIGHT)) {
            agent.signIn(scenery.demo("userEmail"), scenery.demo("userPassword"));
            Page page = agent.open("/desk");
            assertThat(page.locator(".desk-state")).hasClass(Pattern.compile(".*is-ringing.*"));
            assertThat(page.locator(".desk-customer")).containsText("<i>Kim</i>");
            agent.look(language + "-" + width + "-desk-ringing");
            page.fill("#note", "Wants a <b>new</b> one.\nCalls again on Friday.");
            assertThat(page.locator("#noted .icon")).isVisible();
            page.waitForResponse("**/desk/notes", () -> page.selectOption("#disposition", "Complaint of a customer"));
            floor.agent(scenery.tenant(), centre.agent(2), now -> new FloorView.Agent(now.agentId(), AgentStatus.TALKING, Instant.now(), null, null, false, "", now.call()));
            assertThat(page.locator(".desk-state")).hasClass(Pattern.compile(".*is-talking.*"));
            assertThat(page.locator("#note")).hasValue("Wants a <b>new</b> one.\nCalls again on Friday.");
            page.reload();
            assertThat(page.locator("#note")).hasValue("Wants a <b>new</b> one.\nCalls again on Friday.");
            assertThat(page.locator("#disposition")).hasValue("Complaint of a customer");
            floor.agent(scenery.tenant(), centre.agent(2), now -> new FloorView.Agent(now.agentId(), AgentStatus.WRAP_UP, Instant.now(),
                    Instant.now().plusSeconds(30), null, false, "", null));
            assertThat(page.locator(".desk-state")).hasClass(Pattern.compile(".*is-wrap_up.*"));
            agent.look(language + "-" + width + "-desk-wrap-up");
            page.locator("h1").click();
            page.keyboard().press("w");
            assertThat(page.locator(".desk-state")).hasClass(Pattern.compile(".*is-free.*"));
            agent.look(language + "-" + width + "-desk-free");
        }
    }

    private Visitor supervisor(String language, int width, ColorScheme colours) {
        return chromium.visitor(port, language, width, colours).signIn(scenery.demo("supervisorEmail"), scenery.demo("supervisorPassword"));
    }

    private static Locator tile(Page page, String name) {
        return page.locator(".tile", new Page.LocatorOptions().setHasText(name));
    }
}
