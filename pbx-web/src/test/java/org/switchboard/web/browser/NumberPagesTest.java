package org.switchboard.web.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.switchboard.telephony.destination.DestinationDraft;
import org.switchboard.telephony.destination.DestinationKind;
import org.switchboard.telephony.live.DeviceStates;
import org.switchboard.telephony.live.LiveCalls;
import org.switchboard.telephony.number.CallerRule;
import org.switchboard.telephony.number.CallerRuleDraft;
import org.switchboard.telephony.number.CallerRuleService;
import org.switchboard.telephony.number.PhoneNumberDraft;
import org.switchboard.telephony.number.PhoneNumberService;
import org.switchboard.telephony.outbound.OutboundRouteDraft;
import org.switchboard.telephony.outbound.OutboundRouteService;
import org.switchboard.telephony.tenant.TenantScope;
import org.switchboard.telephony.trunk.TrunkDraft;
import org.switchboard.telephony.trunk.TrunkKind;
import org.switchboard.telephony.trunk.TrunkService;
import org.switchboard.web.browser.TestPortal.OwnersHands;

/** Numbers, trunks, outbound routes and blocked callers in a real browser. */
@PageTest
class NumberPagesTest {

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
    PhoneNumberService numbers;
    @Autowired
    TrunkService trunks;
    @Autowired
    OutboundRouteService routes;
    @Autowired
    CallerRuleService rules;
    @Value("${pbx.demo-file}")
    Path demoFile;

    private Chromium chromium;
    private Scenery scenery;
    private UUID trunk;
    private UUID route;

    @BeforeAll
    void openBrowser(Chromium chromium) {
        this.chromium = chromium;
        scenery = new Scenery(owner, ari, calls, devices, demoFile);
        TenantScope.tenant(scenery.tenant(), "test").run(() -> {
            numbers.create(new PhoneNumberDraft("(212) 555-0160", "Main number", new DestinationDraft(DestinationKind.EXTENSION, null, "101", null)));
            numbers.createMany("212-555-0161 ~ 64", null);
            trunk = trunks.create(new TrunkDraft("Northern Telephone", true, null, "sip.provider.example", null, null, "acct7", "secret", null, null,
                    "2125550160", 10)).id();
            UUID second = trunks.create(new TrunkDraft("Backup line", true, TrunkKind.IP, "203.0.113.7", null, null, null, null,
                    List.of("203.0.113.0/28"), null, null, null)).id();
            routes.create(new OutboundRouteDraft("Emergency and short codes", List.of("911", "NXX"), List.of(trunk), null));
            route = routes.create(new OutboundRouteDraft("Home country", List.of("+1"), List.of(trunk, second), null)).id();
            routes.create(new OutboundRouteDraft("Everything else", List.of("+"), List.of(second), null));
            rules.create(new CallerRuleDraft(null, CallerRule.Matches.PREFIX, "+1900", "Sales calls"));
            rules.create(new CallerRuleDraft(CallerRule.Action.ALLOW, CallerRule.Matches.EXACT, "+19005550101", "Our tax office"));
            rules.create(new CallerRuleDraft(null, CallerRule.Matches.ANONYMOUS, null, null));
        });
    }

    @ParameterizedTest(name = "{0} {1} {2}")
    @CsvSource({"en, 1280, LIGHT", "ko, 390, LIGHT", "ko, 1280, DARK"})
    void givenLines_whenTheAdminWalksThroughTheRoom_thenEveryPageIsWell(String language, int width, ColorScheme colours) {
        try (Visitor admin = admin(language, width, colours)) {
            String view = "numbers-" + language + "-" + width + "-" + colours.name().toLowerCase(Locale.ROOT);
            Map.of("list", "/numbers", "new", "/numbers/new", "many", "/numbers/many", "number", "/numbers/12125550160", "trunks", "/trunks",
                    "trunk-new", "/trunks/new", "trunk", "/trunks/" + trunk, "routes", "/outbound-routes?number=2125550199",
                    "route", "/outbound-routes/" + route, "callers", "/blocked-callers?caller=19005550101")
                    .forEach((name, path) -> {
                        admin.open(path);
                        admin.look(view + "-" + name);
                    });
            admin.open("/");
            admin.look(view + "-home");
            admin.open("/settings/company");
            admin.look(view + "-company");
        }
    }

    @Test
    void givenANumber_whenItIsTypedWrong_thenTheFieldSaysWhatIsAcceptedAndKeepsWhatWasTyped() {
        try (Visitor admin = admin("en", 1280, ColorScheme.LIGHT)) {
            Page page = admin.open("/numbers/new");
            page.locator("#number").fill("555");
            page.locator("main form button.btn-primary").click();
            assertThat(page.locator("#number-problem")).containsText("country code");
            assertThat(page.locator("#number")).hasValue("555");
            page.locator("#number").fill("212 555 0177");
            page.locator("main form button.btn-primary").click();
            assertThat(page.locator("h1")).hasText("(212) 555-0177");
        }
    }

    @Test
    void givenRoutes_whenOneIsMovedUp_thenItTakesTheNumberFirst() {
        try (Visitor admin = admin("en", 1280, ColorScheme.LIGHT)) {
            Page page = admin.open("/outbound-routes");
            page.locator("input[name=number]").fill("2125550199");
            assertThat(page.locator("#match a")).hasText("Home country");
            page.locator("button[aria-label='Move Everything else up']").click();
            assertThat(page.locator("#rows tbody tr").nth(1)).containsText("Everything else");
            page.locator("input[name=number]").fill("2125550198");
            assertThat(page.locator("#match a")).hasText("Everything else");
            page.locator("button[aria-label='Move Everything else down']").click();
            assertThat(page.locator("#rows tbody tr").nth(2)).containsText("Everything else");
        }
    }

    @Test
    void givenATrunk_whenItsAddressIsAnothersOrNoAddress_thenItIsRefusedAtTheField() {
        try (Visitor admin = admin("en", 1280, ColorScheme.LIGHT)) {
            Page page = admin.open("/trunks/new");
            page.locator("#name").fill("Copy");
            page.locator("input[value=ip]").check();
            page.locator("#host").fill("sip:203.0.113.9");
            page.locator("main form button.btn-primary").click();
            assertThat(page.locator("#host-problem")).containsText("No sip:");
            page.locator("#host").fill("203.0.113.9");
            page.locator("main form button.btn-primary").click();
            assertThat(page.locator("#addresses-problem")).containsText("another trunk");
        }
    }

    private Visitor admin(String language, int width, ColorScheme colours) {
        Visitor visitor = chromium.visitor(port, language, width, colours);
        return visitor.signIn(scenery.demo("adminEmail"), scenery.demo("adminPassword"));
    }
}
