package org.switchboard.web.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
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
import org.switchboard.telephony.announcement.AnnouncementDraft;
import org.switchboard.telephony.announcement.AnnouncementService;
import org.switchboard.telephony.destination.DestinationDraft;
import org.switchboard.telephony.destination.DestinationKind;
import org.switchboard.telephony.live.DeviceStates;
import org.switchboard.telephony.live.LiveCalls;
import org.switchboard.telephony.menu.MenuDraft;
import org.switchboard.telephony.menu.MenuService;
import org.switchboard.telephony.prompt.PromptDraft;
import org.switchboard.telephony.prompt.PromptService;
import org.switchboard.telephony.ringgroup.RingGroupDraft;
import org.switchboard.telephony.ringgroup.RingGroupMemberDraft;
import org.switchboard.telephony.ringgroup.RingGroupService;
import org.switchboard.telephony.tenant.TenantScope;
import org.switchboard.web.browser.TestPortal.OwnersHands;

/** Menus, ring groups, announcements and forwarding in a real browser: by mouse, by keyboard, without scripts, on a phone. */
@PageTest
class FlowPagesTest {

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
    PromptService prompts;
    @Autowired
    MenuService menus;
    @Autowired
    RingGroupService groups;
    @Autowired
    AnnouncementService announcements;
    @Value("${pbx.demo-file}")
    Path demoFile;

    private Chromium chromium;
    private Scenery scenery;
    private UUID prompt;
    private UUID menu;
    private UUID group;
    private UUID announcement;

    @BeforeAll
    void openBrowser(Chromium chromium) {
        this.chromium = chromium;
        scenery = new Scenery(owner, ari, calls, devices, demoFile);
        TenantScope.tenant(scenery.tenant(), "test").run(() -> {
            prompt = prompts.create(new PromptDraft("Welcome to Park Trading", "Welcome. For sales, press 1.", "en")).id();
            announcement = announcements.create(new AnnouncementDraft("We are closed", prompt, null)).id();
            group = groups.create(new RingGroupDraft("Sales team", "610", null, null, null, null,
                    List.of(new RingGroupMemberDraft("101", null, null), new RingGroupMemberDraft("102", null, 5),
                            new RingGroupMemberDraft(null, "+821012345678", 10)),
                    DestinationDraft.to(DestinationKind.ANNOUNCEMENT, announcement))).id();
            menu = menus.create(new MenuDraft("Front menu", "620", prompt, null, null, null, null, null, true, null,
                    Map.of("1", DestinationDraft.to(DestinationKind.RING_GROUP, group),
                            "2", new DestinationDraft(DestinationKind.EXTENSION, null, "104", null),
                            "9", DestinationDraft.to(DestinationKind.ANNOUNCEMENT, announcement),
                            "#", new DestinationDraft(DestinationKind.HANGUP, null, null, "normal")),
                    DestinationDraft.to(DestinationKind.RING_GROUP, group), null)).id();
        });
    }

    @ParameterizedTest(name = "{0} {1} {2}")
    @CsvSource({"en, 1280, LIGHT", "ko, 390, LIGHT", "ko, 1280, DARK"})
    void givenCallFlows_whenTheAdminWalksThroughTheRoom_thenEveryPageIsWell(String language, int width, ColorScheme colours) {
        try (Visitor admin = admin(language, width, colours)) {
            String view = "flows-" + language + "-" + width + "-" + colours.name().toLowerCase(Locale.ROOT);
            Map.of("menus", "/menus", "menu-new", "/menus/new", "menu", "/menus/" + menu, "groups", "/ring-groups", "group-new", "/ring-groups/new",
                    "group", "/ring-groups/" + group, "announcements", "/announcements", "announcement", "/announcements/" + announcement)
                    .forEach((name, path) -> {
                        admin.open(path);
                        admin.look(view + "-" + name);
                    });
        }
    }

    @Test
    void givenAPicker_whenOnlyTheKeyboardIsUsed_thenAThingIsFoundAndChosen() {
        UUID its = TenantScope.tenant(scenery.tenant(), "test").call(() -> menus.create(new MenuDraft("Keyboard menu", null, prompt, null, null,
                null, null, null, null, null, null, null, null))).id();
        try (Visitor admin = admin("en", 1280, ColorScheme.LIGHT)) {
            Page page = admin.open("/menus/" + its);
            page.locator("[data-key='3']").focus();
            page.keyboard().press("Enter");
            Locator kind = page.locator("[name='keys.3.kind']");
            assertThat(kind).isFocused();
            kind.selectOption("extension");
            Locator text = page.locator("[name='keys.3.text']");
            assertThat(text).isFocused();
            assertThat(text).hasAttribute("role", "combobox");
            assertThat(page.locator("#keys-3-list [role=option]").first()).isVisible();
            page.keyboard().type("lee");
            assertThat(page.locator("#keys-3-list [aria-selected=true]")).hasText("102 Daniel Lee");
            admin.look("flows-work-picker-open");
            page.keyboard().press("Escape");
            assertThat(text).hasAttribute("aria-expanded", "false");
            page.keyboard().press("ArrowDown");
            assertThat(page.locator("#keys-3-list [aria-selected=true]")).hasText("102 Daniel Lee");
            page.keyboard().press("Enter");
            assertThat(text).hasValue("102 Daniel Lee");
            page.keyboard().press("Enter");
            assertThat(page.locator("form:has([data-keypad]) .saved")).containsText("Saved");
            page.reload();
            assertThat(page.locator("[name='keys.3.text']")).hasValue("102 Daniel Lee");
        }
    }

    @Test
    void givenAPicker_whenTheThingIsMissing_thenItIsMadeWithoutLeaving() {
        try (Visitor admin = admin("en", 1280, ColorScheme.LIGHT)) {
            Page page = admin.open("/announcements/" + announcement);
            page.locator("[name='next.kind']").selectOption("menu");
            page.locator("[name='next.text']").fill("Night menu");
            page.locator("#next-list [data-make]").click();
            assertThat(page.locator("dialog #new-name")).hasValue("Night menu");
            page.click("dialog .btn-primary");
            assertThat(page.locator("dialog .problem")).containsText("Choose what callers hear");
            page.fill("#new-promptId-words", "We are closed. To leave a message, press 1.");
            admin.look("flows-work-picker-new");
            page.click("dialog .btn-primary");
            assertThat(page.locator("[name='next.text']")).hasValue("Night menu");
            page.click("form:has([name='next.kind']) .btn:text-is('Save')");
            assertThat(page.locator(".saved")).containsText("Saved");
            page.reload();
            assertThat(page.locator("[name='next.text']")).hasValue("Night menu");
            page.locator("[name='next.kind']").selectOption("");
            page.click("form:has([name='next.kind']) .btn:text-is('Save')");
            assertThat(page.locator(".saved")).containsText("Saved");
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"schedule, Evenings, opens, 9 o'clock, 17:30, Evenings", "voicemail, Night box, number, 0, 870, 870 Night box"})
    void givenAPicker_whenHoursOrABoxAreMissing_thenTheyAreMadeWithTheFewestFields(String kind, String name, String field, String wrong, String right,
                                                                                  String chosen) {
        try (Visitor admin = admin("schedule".equals(kind) ? "en" : "ko", "schedule".equals(kind) ? 1280 : 390, ColorScheme.LIGHT)) {
            Page page = admin.open("/announcements/" + announcement);
            page.locator("[name='next.kind']").selectOption(kind);
            page.locator("[name='next.text']").fill(name);
            page.locator("#next-list [data-make]").click();
            assertThat(page.locator("dialog #new-name")).hasValue(name);
            assertThat(page.locator("dialog #new-" + field)).not().hasValue("");
            page.fill("dialog #new-" + field, wrong);
            page.click("dialog .btn-primary");
            assertThat(page.locator("dialog #new-" + field + "-problem")).isVisible();
            assertThat(page.locator("dialog .problem")).hasCount(1);
            page.fill("dialog #new-" + field, right);
            admin.look("flows-work-picker-new-" + kind);
            page.click("dialog .btn-primary");
            assertThat(page.locator("[name='next.text']")).hasValue(chosen);
            page.click("form:has([name='next.kind']) .form-end .btn");
            assertThat(page.locator(".saved span")).isVisible();
            page.reload();
            assertThat(page.locator("[name='next.text']")).hasValue(chosen);
            page.locator("[name='next.kind']").selectOption("");
            page.click("form:has([name='next.kind']) .form-end .btn");
            assertThat(page.locator(".saved span")).isVisible();
        }
    }

    @Test
    void givenNoScripts_whenAKindIsChosenAndANumberTyped_thenItIsSavedOrRefusedAtTheField() {
        try (BrowserContext plain = chromium.browser().newContext(new Browser.NewContextOptions().setJavaScriptEnabled(false).setLocale("en"))) {
            Page page = plain.newPage();
            page.navigate(address("/sign-in"));
            page.fill("[name=email]", scenery.demo("adminEmail"));
            page.fill("[name=password]", scenery.demo("adminPassword"));
            page.click("form button");
            page.navigate(address("/ring-groups/new"));
            page.fill("[name=name]", "Plain group");
            page.selectOption("[name='members.0.kind']", "extension");
            page.fill("[name='members.0.text']", "103");
            page.selectOption("[name='noAnswer.kind']", "announcement");
            page.fill("[name='noAnswer.text']", "no such thing");
            page.click("text=Create ring group");
            assertThat(page.locator("#noAnswer-problem")).isVisible();
            assertThat(page.locator("[name='noAnswer.text']")).hasValue("no such thing");
            assertThat(page.locator("[name='members.0.text']")).hasValue("103");
            page.fill("[name='noAnswer.text']", "we are closed");
            page.click("text=Create ring group");
            assertThat(page.locator("h1")).hasText("Plain group");
            assertThat(page.locator("[name='members.0.text']")).hasValue("103 Jisoo Kim");
            assertThat(page.locator("[name='noAnswer.text']")).hasValue("We are closed");
        }
    }

    @Test
    void givenARingGroup_whenMembersAreAddedAndMoved_thenTheirOrderIsKept() {
        UUID its = TenantScope.tenant(scenery.tenant(), "test").call(() -> groups.create(new RingGroupDraft("Moving", null, null, null, null, null,
                List.of(new RingGroupMemberDraft("101", null, null), new RingGroupMemberDraft("102", null, null)), null))).id();
        try (Visitor admin = admin("en", 1280, ColorScheme.LIGHT)) {
            Page page = admin.open("/ring-groups/" + its);
            page.click("[data-member-add]");
            page.keyboard().type("front");
            assertThat(page.locator(".picker-list:not([hidden]) [aria-selected=true]")).hasText("104 Front desk");
            page.keyboard().press("Enter");
            page.locator("[data-member-up]").last().click();
            page.locator("[data-member-out]").first().click();
            page.locator(".member-delay input").first().fill("99");
            page.click("form:has([data-members]) .btn:text-is('Save')");
            assertThat(page.locator("form:has([data-members]) .problem")).containsText("0 to 60");
            admin.look("flows-work-group-refused");
            page.locator(".member-delay input").first().fill("4");
            page.click("form:has([data-members]) .btn:text-is('Save')");
            assertThat(page.locator("form:has([data-members]) .saved")).containsText("Saved");
            Assertions.assertThat(TenantScope.tenant(scenery.tenant(), "test").call(() -> groups.find(its)).members())
                    .extracting(member -> member.extension() + "+" + member.delaySeconds()).containsExactly("104+4", "102+0");
        }
    }

    @Test
    void givenAThingInUse_whenItsPageIsOpened_thenItSaysWhatLeadsThereInsteadOfDeleting() {
        try (Visitor admin = admin("en", 1280, ColorScheme.LIGHT)) {
            Page page = admin.open("/ring-groups/" + group);
            assertThat(page.locator(".danger")).containsText("620 Front menu");
            assertThat(page.locator(".danger button")).hasCount(0);
            assertThat(page.locator("#used-by")).containsText("key 1");
            page.locator("#used-by a").first().click();
            assertThat(page.locator("h1")).hasText("Front menu");
            page = admin.open("/extensions/104");
            assertThat(page.locator(".group.danger").last()).containsText("620 Front menu");
            assertThat(page.locator(".group.danger").last().locator("button")).hasCount(0);
        }
    }

    @Test
    void givenAnExtension_whenItIsForwardedByItsAdmin_thenItHoldsAndALoopIsTold() {
        try (Visitor admin = admin("en", 1280, ColorScheme.LIGHT)) {
            Page page = admin.open("/extensions/104");
            page.locator("[name='always.kind']").selectOption("extension");
            page.locator("[name='always.text']").fill("104");
            assertThat(page.locator("#always-list [aria-selected=true]")).hasText("104 Front desk");
            page.keyboard().press("Enter");
            page.click("form:has([name='always.kind']) .btn:text-is('Save')");
            assertThat(page.locator("#always-problem")).containsText("this extension itself");
            page.locator("[name='always.kind']").selectOption("outside_number");
            page.locator("[name='always.text']").fill("+1 202-555-0123");
            page.click("form:has([name='always.kind']) .btn:text-is('Save')");
            assertThat(page.locator("#always-problem")).containsText("may not call there");
            page.locator("[name='always.kind']").selectOption("");
            page.locator("[name='busy.kind']").selectOption("announcement");
            page.locator("[name='busy.text']").fill("we are closed");
            assertThat(page.locator("#busy-list [aria-selected=true]")).hasText("We are closed");
            page.keyboard().press("Enter");
            page.click("form:has([name='always.kind']) .btn:text-is('Save')");
            assertThat(page.locator("form:has([name='always.kind']) .saved")).containsText("Saved");
            page.click("form:has([name=on]) .btn");
            assertThat(page.locator("form:has([name=on])")).containsText("stay silent");
            admin.look("flows-work-forwarding");
            page = admin.open("/announcements/" + announcement);
            page.locator("[name='next.kind']").selectOption("extension");
            page.locator("[name='next.text']").fill("104");
            page.click("form:has([name='next.kind']) .btn:text-is('Save')");
            assertThat(page.locator("form:has([name='next.kind']) .notice-warn")).containsText("We are closed → 104 Front desk → We are closed");
            admin.look("flows-work-loop");
            page.locator("[name='next.kind']").selectOption("");
            page.click("form:has([name='next.kind']) .btn:text-is('Save')");
            assertThat(page.locator(".saved")).containsText("Saved");
        }
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({"en, 1280", "ko, 390"})
    void givenAPlainUser_whenTheyForwardTheirOwnExtension_thenItHoldsAndOthersAreNotTheirs(String language, int width) {
        try (Visitor user = chromium.visitor(port, language, width, ColorScheme.LIGHT)) {
            user.signIn(scenery.demo("userEmail"), scenery.demo("userPassword"));
            Page page = user.open("/my-extension");
            page.locator("[name='noAnswer.kind']").selectOption("extension");
            page.locator("[name='noAnswer.text']").fill("mina");
            assertThat(page.locator("#x103-noAnswer-list [aria-selected=true]")).hasText("101 Mina Park");
            page.keyboard().press("Enter");
            page.click("form:has([name='noAnswer.kind']) .form-end .btn");
            assertThat(page.locator("form:has([name='noAnswer.kind']) .saved span")).isVisible();
            page.reload();
            assertThat(page.locator("[name='noAnswer.text']")).hasValue("101 Mina Park");
            user.look("flows-" + language + "-" + width + "-my-extension");
        }
    }

    private Visitor admin(String language, int width, ColorScheme colours) {
        Visitor visitor = chromium.visitor(port, language, width, colours);
        return visitor.signIn(scenery.demo("adminEmail"), scenery.demo("adminPassword"));
    }

    private String address(String path) {
        return "http://127.0.0.1:" + port + path;
    }
}
