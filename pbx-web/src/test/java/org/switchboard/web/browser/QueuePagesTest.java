package org.switchboard.web.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.switchboard.telephony.agent.AgentService;
import org.switchboard.telephony.agent.SkillDraft;
import org.switchboard.telephony.agent.SkillService;
import org.switchboard.telephony.live.DeviceStates;
import org.switchboard.telephony.live.LiveCalls;
import org.switchboard.telephony.queue.QueueDraft;
import org.switchboard.telephony.queue.QueueService;
import org.switchboard.telephony.queue.QueueSkill;
import org.switchboard.telephony.tenant.TenantScope;
import org.switchboard.web.browser.TestPortal.OwnersHands;

/** Queues, agents and what they share in a real browser: both languages, on a phone, and the work that admins do there. */
@PageTest
class QueuePagesTest {

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
    @Autowired
    QueueService queues;
    @Autowired
    AgentService agents;
    @Autowired
    SkillService skills;
    @Value("${pbx.demo-file}")
    Path demoFile;

    private Chromium chromium;
    private Scenery scenery;
    private UUID queue;
    private UUID agent;

    @BeforeAll
    void openBrowser(Chromium chromium) {
        this.chromium = chromium;
        scenery = new Scenery(owner, ari, calls, devices, demoFile);
        TenantScope.tenant(scenery.tenant(), "test").run(() -> {
            skills.create(new SkillDraft("Contracts"));
            queue = queues.create(QueueDraft.of("Contracts desk", "710", List.of("101", "102"))
                    .withSkills(List.of(new QueueSkill("Contracts", 5, 30)))).id();
            agent = agents.find("101").id();
        });
    }

    @ParameterizedTest(name = "{0} {1} {2}")
    @CsvSource({"en, 1280, LIGHT", "ko, 390, LIGHT", "ko, 1280, DARK"})
    void givenACallCentre_whenTheAdminWalksThroughTheRoom_thenEveryPageIsWell(String language, int width, ColorScheme colours) {
        try (Visitor admin = visitor("admin", language, width, colours)) {
            String view = "queues-" + language + "-" + width + "-" + colours.name().toLowerCase(Locale.ROOT);
            Map.of("list", "/queues", "new", "/queues/new", "queue", "/queues/" + queue, "agents", "/agents", "agent-new", "/agents/new",
                    "agent", "/agents/" + agent, "settings", "/queues/settings").forEach((name, path) -> {
                        admin.open(path);
                        admin.look(view + "-" + name);
                    });
        }
    }

    @Test
    void givenNothing_whenAQueueIsMade_thenANameAndAgentsAreEnoughAndWhatWasTypedStays() {
        try (Visitor admin = visitor("admin", "en", 1280, ColorScheme.LIGHT)) {
            Page page = admin.open("/queues/new");
            page.fill("[name=number]", "101");
            page.fill("[name=name]", "Repairs");
            page.check("[name=agent][value='103']");
            page.click("text=Create queue");
            assertThat(page.locator("#number-problem")).containsText("has this number");
            assertThat(page.locator("[name=name]")).hasValue("Repairs");
            assertThat(page.locator("[name=agent][value='103']")).isChecked();
            page.fill("[name=number]", "720");
            page.click("text=Create queue");
            assertThat(page.locator(".notice")).containsText("Repairs is live");
            assertThat(page.locator("[name='agents.0.agent']")).hasValue("103");
            page.locator("form:has([name='agents.0.agent']) [data-member-add]").click();
            page.locator("form:has([name='agents.0.agent']) li:last-child select").first().selectOption("102");
            page.locator("form:has([name='agents.0.agent']) .form-end button").click();
            assertThat(page.locator("form:has([name='agents.0.agent']) .saved")).containsText("Saved");
            assertThat(page.locator("[name='agents.1.agent']")).hasValue("102");
        }
        Assertions.assertThat(TenantScope.tenant(scenery.tenant(), "test").call(() -> queues.named("Repairs")).agents())
                .extracting("agent").containsExactly("103", "102");
    }

    @Test
    void givenAQueue_whenTiersOpenOutOfOrder_thenTheFieldSaysSo() {
        try (Visitor admin = visitor("admin", "en", 1280, ColorScheme.LIGHT)) {
            Page page = admin.open("/queues/" + queue);
            page.locator("summary", new Page.LocatorOptions().setHasText("When later tiers")).click();
            page.fill("[name='opens.2']", "60");
            page.fill("[name='opens.3']", "30");
            page.locator("form:has([name='opens.2']) .form-end button").click();
            assertThat(page.locator("[id='opens.3-problem']")).containsText("cannot open before");
            assertThat(page.locator("[name='opens.3']")).hasValue("30");
            assertThat(page.locator("form:has([name='skills.0.skill']) .notice-warn")).containsText("2:30");
        }
    }

    @Test
    void givenSupervisors_whenTheyOpenAQueue_thenTheySeeItAndCanChangeNothing() {
        try (Visitor supervisor = visitor("supervisor", "en", 1280, ColorScheme.LIGHT)) {
            Page page = supervisor.open("/queues/" + queue);
            assertThat(page.locator("h1")).hasText("Contracts desk");
            assertThat(page.locator(".form-end button")).hasCount(0);
            supervisor.open("/agents/" + agent);
            assertThat(page.locator("[name=userId]")).hasCount(0);
            supervisor.open("/queues/settings");
            assertThat(page.locator("main .form-end")).hasCount(0);
        }
    }

    private Visitor visitor(String role, String language, int width, ColorScheme colours) {
        return chromium.visitor(port, language, width, colours).signIn(scenery.demo(role + "Email"), scenery.demo(role + "Password"));
    }
}
