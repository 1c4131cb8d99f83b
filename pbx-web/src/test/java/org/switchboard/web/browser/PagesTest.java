package org.switchboard.web.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
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

/** Every page in a real browser: both languages, phone width, dark, and the work people do on them. */
@PageTest
class PagesTest {

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
    private UUID firstCall;

    @BeforeAll
    void openBrowser(Chromium chromium) {
        this.chromium = chromium;
        scenery = new Scenery(owner, ari, calls, devices, demoFile);
        firstCall = scenery.history();
        scenery.busy();
    }

    @ParameterizedTest(name = "{0} {1} {2}")
    @CsvSource({"en, 1280, LIGHT", "ko, 390, LIGHT", "en, 1280, DARK"})
    void givenADay_whenTheAdminWalksThroughTheRooms_thenEveryPageIsWell(String language, int width, ColorScheme colours) {
        scenery.busy();
        try (Visitor admin = visitor(language, width, colours)) {
            String view = language + "-" + width + "-" + colours.name().toLowerCase(Locale.ROOT);
            admin.open("/sign-in");
            admin.look(view + "-sign-in");
            admin.signIn(scenery.demo("adminEmail"), scenery.demo("adminPassword"));
            for (String path : List.of("/", "/calls/live", "/calls", "/calls/" + firstCall, "/extensions", "/extensions/new",
                    "/extensions/101", "/users", "/users/new", "/settings/company", "/settings/tokens", "/settings/changes", "/me", "/nowhere/at/all")) {
                admin.open(path);
                admin.look(view + "-admin" + path.replace(firstCall.toString(), "one").replace('/', '-').replaceAll("-$", "-home"));
            }
        }
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({"en, 1280", "ko, 390"})
    void givenOtherRoles_whenTheyWalkThroughTheirRooms_thenEveryPageIsWell(String language, int width) {
        Map<String, List<String>> rooms = Map.of(
                "supervisor", List.of("/", "/extensions/102"),
                "user", List.of("/", "/calls", "/my-extension", "/calls/live"),
                "operator", List.of("/", "/operator/tenants", "/operator/tenants/new", "/operator/tenants/demo", "/operator/health"));
        rooms.forEach((role, paths) -> {
            try (Visitor visitor = visitor(language, width, ColorScheme.LIGHT)) {
                visitor.signIn(scenery.demo(role + "Email"), scenery.demo(role + "Password"));
                for (String path : paths) {
                    visitor.open(path);
                    visitor.look(language + "-" + width + "-" + role + path.replace('/', '-').replaceAll("-$", "-home"));
                }
            }
        });
    }

    @Test
    void givenAnAdmin_whenTheyMakeAnExtensionWithADevice_thenItsAccountIsShownOnce() {
        try (Visitor admin = visitor("en", 1280, ColorScheme.LIGHT)) {
            admin.signIn(scenery.demo("adminEmail"), scenery.demo("adminPassword"));
            Page page = admin.open("/extensions/new");
            page.fill("[name=name]", "Sofia Rossi");
            page.fill("[name=number]", "101");
            page.click("text=Create extension");
            assertThat(page.locator("#number-problem")).containsText("Another extension has this number.");
            assertThat(page.locator("[name=name]")).hasValue("Sofia Rossi");
            admin.look("en-1280-work-number-taken");
            page.fill("[name=number]", "150");
            page.click("text=Create extension");
            assertThat(page.locator(".notice")).containsText("Extension 150 is live");
            page.click("[data-reveal=device-new]");
            page.fill("#device-name", "Desk phone");
            page.click("#device-new .btn-primary");
            assertThat(page.locator(".secret code").first()).hasText(Pattern.compile("[a-z0-9]{16}"));
            admin.look("en-1280-work-device-shown-once");
            page.reload();
            assertThat(page.locator(".secret")).hasCount(0);
            page.fill("[name=ringSeconds]", "4");
            page.click("form:has([name=ringSeconds]) button");
            assertThat(page.locator("#ringSeconds-problem")).isVisible();
            assertThat(page.locator("[name=ringSeconds]")).hasValue("4");
            page.fill("[name=ringSeconds]", "40");
            page.click("form:has([name=ringSeconds]) button");
            assertThat(page.locator("form:has([name=ringSeconds]) .saved")).containsText("Saved");
            page.click(".danger button");
            admin.look("en-1280-work-asked");
            page.click("[data-ask-yes]");
            assertThat(page.locator(".notice")).containsText("Extension 150");
            assertThat(page.locator(".list")).not().containsText("Sofia Rossi");
        }
    }

    @Test
    void givenTheLivePage_whenCallsBeginAndEnd_thenTheRowsFollowWithoutAReload() {
        try (Visitor supervisor = visitor("en", 1280, ColorScheme.LIGHT)) {
            scenery.quiet();
            supervisor.signIn(scenery.demo("supervisorEmail"), scenery.demo("supervisorPassword"));
            Page page = supervisor.open("/calls/live");
            assertThat(page.locator("#live-empty")).isVisible();
            scenery.busy();
            assertThat(page.locator(".live tbody tr")).hasCount(2);
            assertThat(page.locator(".live")).containsText("Jisoo Kim <b>");
            scenery.quiet();
            assertThat(page.locator("#live-empty")).isVisible();
            scenery.busy();
        }
    }

    @Test
    void givenAnyPage_whenCtrlKIsPressed_thenAnExtensionIsAFewLettersAway() {
        try (Visitor admin = visitor("en", 1280, ColorScheme.LIGHT)) {
            admin.signIn(scenery.demo("adminEmail"), scenery.demo("adminPassword"));
            Page page = admin.page();
            page.keyboard().press("Control+k");
            page.keyboard().type("dani");
            assertThat(page.locator("#palette-results [aria-selected=true]")).containsText("Daniel Lee");
            admin.look("en-1280-work-palette");
            page.keyboard().press("Enter");
            assertThat(page.locator("h1")).hasText("Daniel Lee");
            page.keyboard().press("?");
            assertThat(page.locator("[data-keys]")).isVisible();
        }
    }

    @Test
    void givenASessionFromBefore_whenSomebodySignsIn_thenItGetsANewId() {
        try (Visitor admin = visitor("en", 1280, ColorScheme.LIGHT)) {
            admin.open("/sign-in");
            Cookie before = admin.cookie();
            admin.typePassword(scenery.demo("adminEmail"), scenery.demo("adminPassword"));
            Cookie after = admin.cookie();
            Assertions.assertThat(after.value).isNotEqualTo(before.value);
            Assertions.assertThat(after.httpOnly).isTrue();
        }
    }

    private Visitor visitor(String language, int width, ColorScheme colours) {
        return chromium.visitor(port, language, width, colours);
    }
}
