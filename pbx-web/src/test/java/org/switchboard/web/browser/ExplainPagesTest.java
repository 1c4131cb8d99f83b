package org.switchboard.web.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.switchboard.telephony.live.DeviceStates;
import org.switchboard.telephony.live.LiveCalls;
import org.switchboard.web.browser.TestPortal.OwnersHands;

/** The question before a call, what a company relies on, the picture, and the explanation after, in a real browser. */
@PageTest
class ExplainPagesTest {

    private static final List<String> FLAGS = List.of("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
            "--disable-background-networking", "--disable-component-update", "--disable-sync");
    private static final String NUMBER = "+82212347777";

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
    private UUID hours;
    private UUID call;

    @BeforeAll
    void openBrowser(Chromium chromium) {
        this.chromium = chromium;
        scenery = new Scenery(owner, ari, calls, devices, demoFile);
        scenery.history();
        build();
    }

    /** A number with hours, an announcement on holidays, a menu of two levels with a way back, a group and a mailbox. */
    private void build() {
        UUID number = one("insert into phone_number (tenant_id, number, name) values (:t, '" + NUMBER + "', 'Line') returning id");
        hours = one("insert into schedule (tenant_id, name, time_zone) values (:t, 'Opening times', 'UTC') returning id");
        UUID prompt = one("insert into prompt (tenant_id, name, origin, seconds, audio_at) values (:t, 'Hello there', 'upload', 1, now()) returning id");
        UUID menu = thing("menu (tenant_id, name, prompt_id)", "'Welcome menu', '" + prompt + "'");
        UUID second = thing("menu (tenant_id, name, prompt_id)", "'Products and prices', '" + prompt + "'");
        UUID group = thing("ring_group (tenant_id, name)", "'Sales people'");
        UUID holiday = thing("announcement (tenant_id, name, prompt_id)", "'We are away', '" + prompt + "'");
        UUID box = one("insert into voicemail_box (tenant_id, number, name) values (:t, '777', 'Office') returning id");
        UUID mina = one("select id from extension where tenant_id = :t and number = '101'");
        owner.jdbc().sql("insert into ring_group_member (tenant_id, group_id, position, extension_id) values (:t, :g, 1, :e)")
                .param("t", scenery.tenant()).param("g", group).param("e", mina).update();
        // The tests' clock is the machine's: open at every hour of every day but on the holiday.
        for (int day = 1; day <= 7; day++) {
            owner.jdbc().sql("insert into schedule_hours (tenant_id, schedule_id, day_of_week, opens, closes) values (:t, :s, :day, 0, 1440)")
                    .param("t", scenery.tenant()).param("s", hours).param("day", day).update();
        }
        owner.jdbc().sql("insert into schedule_day (tenant_id, schedule_id, name, kind, first_day, last_day) values (:t, :s, 'Christmas', 'holiday', '2031-12-25', '2031-12-25')")
                .param("t", scenery.tenant()).param("s", hours).update();
        exit(number, "to", "schedule", hours);
        exit(hours, "open", "menu", menu);
        exit(hours, "closed", "voicemail", box);
        exit(hours, "holiday", "announcement", holiday);
        exit(holiday, "next", "voicemail", box);
        exit(menu, "key_1", "ring_group", group);
        exit(menu, "key_2", "menu", second);
        exit(menu, "key_3", "extension", mina);
        exit(second, "key_1", "ring_group", group);
        exit(second, "key_star", "menu", menu);
        exit(group, "no_answer", "voicemail", box);
        owner.jdbc().sql("insert into flow_exit (tenant_id, node_id, exit, to_kind, to_value) values (:t, :n, 'key_9', 'hangup', 'busy'), (:t, :n, 'key_8', 'outside_number', '+821012345678')")
                .param("t", scenery.tenant()).param("n", menu).update();
        call = one("""
                insert into call (tenant_id, id, linked_id, started_at, answered_at, ended_at, caller_number, caller_name, callee_number, callee_name,
                                  callee_extension, direction, disposition, steps)
                values (:t, gen_random_uuid(), 'x.1', now() - interval '90 s', now() - interval '80 s', now(), '+821098765432', '', '%1$s', 'Mina Park', '101', 'inbound', 'answered',
                 jsonb_build_array(
                  jsonb_build_object('at', now() - interval '90 s', 'kind', 'number', 'name', '%1$s', 'rule', 'number.leads', 'reason', '', 'outcome', 'to', 'args', jsonb_build_array('Opening times')),
                  jsonb_build_object('at', now() - interval '89 s', 'kind', 'schedule', 'name', 'Opening times', 'rule', 'schedule.weeklyOpen', 'reason', '', 'outcome', 'open', 'args', jsonb_build_array('00:00', '24:00'),
                    'alternatives', jsonb_build_array(jsonb_build_object('outcome', 'closed', 'to', '777 Office'))),
                  jsonb_build_object('at', now() - interval '89 s', 'kind', 'menu', 'name', 'Welcome menu', 'rule', 'menu.plays', 'reason', '', 'outcome', 'plays'),
                  jsonb_build_object('at', now() - interval '85 s', 'kind', 'menu', 'name', 'Welcome menu', 'rule', 'menu.key', 'reason', '', 'outcome', 'key_3', 'args', jsonb_build_array('3', '101 Mina Park')),
                  jsonb_build_object('at', now() - interval '85 s', 'kind', 'extension', 'name', '101', 'rule', 'extension.rings', 'reason', '', 'outcome', 'rings', 'args', jsonb_build_array('25'))))
                returning id""".formatted(NUMBER));
    }

    private UUID thing(String columns, String values) {
        return one("insert into " + columns + " values (:t, " + values + ") returning id");
    }

    private void exit(UUID from, String exit, String kind, UUID to) {
        owner.jdbc().sql("insert into flow_exit (tenant_id, node_id, exit, to_kind, to_node_id) values (:t, :from, :exit, :kind, :to)")
                .param("t", scenery.tenant()).param("from", from).param("exit", exit).param("kind", kind).param("to", to).update();
    }

    private UUID one(String sql) {
        return owner.jdbc().sql(sql).param("t", scenery.tenant()).query(UUID.class).single();
    }

    private Visitor admin(String language, int width, ColorScheme colours) {
        Visitor admin = chromium.visitor(port, language, width, colours);
        return admin.signIn(scenery.demo("adminEmail"), scenery.demo("adminPassword"));
    }

    @Test
    void givenANumber_whenItsWayIsShown_thenAllOfItIsThereForEyesAndForReaders() {
        for (ColorScheme colours : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            try (Visitor admin = admin("en", 1280, colours)) {
                Page page = admin.open("/numbers/" + NUMBER.substring(1) + "/picture");
                // All but what is for holidays.
                assertThat(page.locator(".picture .thing:not(.is-now)")).hasCount(1);
                assertThat(page.locator(".picture .thing:not(.is-now)")).containsText("We are away");
                Assertions.assertThat(page.locator(".picture .thing").count()).isGreaterThanOrEqualTo(9);
                assertThat(page.locator(".picture .exit.is-now", new Page.LocatorOptions().setHasText("now"))).hasCount(1);
                assertThat(page.locator(".picture .edge.is-back")).hasCount(1);
                page.locator(".picture a").first().focus();
                admin.look("en-1280-explain-picture-" + colours.name().toLowerCase(Locale.ROOT));
                page.click(".picture-list summary");
                assertThat(page.locator(".picture-list")).containsText("Products and prices");
                page.locator(".picture a", new Page.LocatorOptions().setHasText("Opening times")).click();
                assertThat(page.locator("h1")).hasText("Opening times");
            }
        }
        try (Visitor admin = admin("ko", 390, ColorScheme.LIGHT)) {
            Page page = admin.open("/numbers/" + NUMBER.substring(1) + "/picture");
            assertThat(page.locator(".picture")).isHidden();
            assertThat(page.locator(".picture-list li").first()).isVisible();
            admin.look("ko-390-explain-picture");
            admin.open("/numbers/" + NUMBER.substring(1));
            admin.look("ko-390-explain-number");
        }
    }

    @Test
    void givenAQuestion_whenItIsAsked_thenTheWayAppearsBelowAndCanBeKept() {
        try (Visitor admin = admin("en", 1280, ColorScheme.LIGHT)) {
            Page page = admin.open("/what-if");
            admin.look("en-1280-explain-what-if-empty");
            page.reload();
            page.fill("#number", NUMBER);
            page.fill("#at", "2031-12-25T10:00");
            page.click("[data-type='1']");
            page.click(".what-if .btn-primary");
            assertThat(page.locator(".way-end")).containsText("Voicemail 777");
            assertThat(page.locator(".way")).containsText("a holiday, Christmas");
            admin.look("en-1280-explain-what-if");
            // Pictures leave empty styles at the fields, which htmx would carry over.
            page.reload();
            page.fill("#at", "2031-12-24T10:00");
            page.click(".what-if .btn-primary");
            assertThat(page.locator(".way-end")).containsText("Ring group Sales people");
            page.locator(".way-said summary").first().click();
            admin.look("en-1280-explain-what-if-open");
            page.reload();
            page.fill("#caller", "nobody at all");
            page.click(".what-if .btn-primary");
            assertThat(page.locator("#caller-problem")).containsText("An outside number");
            assertThat(page.locator("#number")).hasValue(NUMBER);
            page.fill("#caller", "");
            page.fill("#at", "2031-12-25T10:00");
            page.click(".what-if .btn-primary");
            page.click("text=Save as assertion");
            page.fill("#name", "Christmas: mailbox");
            page.fill("#passes", "announcement: We are away");
            admin.look("en-1280-explain-assertion-new");
            page.click("text=Save assertion");
            assertThat(page.locator(".list")).containsText("Christmas: mailbox");
            assertThat(page.locator(".list tr", new Page.LocatorOptions().setHasText("Christmas: mailbox")).locator(".state")).hasText("holds");
            breakIt(admin, page);
        }
        try (Visitor admin = admin("ko", 390, ColorScheme.LIGHT)) {
            Page page = admin.open("/what-if?number=%2B82212347777&at=2031-12-24T10:00&digits=1");
            assertThat(page.locator(".way-end")).containsText("그룹 착신 Sales people");
            admin.look("ko-390-explain-what-if");
            admin.open("/assertions");
            admin.look("ko-390-explain-assertions");
        }
    }

    /** A form saved in place asks in a dialog and keeps what was typed; one without scripts is asked on a page. */
    private void breakIt(Visitor admin, Page page) {
        String away = owner.jdbc().sql("select id from announcement where name = 'We are away'").query(String.class).single();
        admin.open("/announcements/" + away);
        page.selectOption("select[name='next.kind']", "hangup.normal");
        page.fill("#name", "We are away");
        page.click("form:has(select[name='next.kind']) button.btn:has-text('Save')");
        assertThat(page.locator(".broken-dialog")).containsText("Christmas: mailbox");
        assertThat(page.locator(".broken-dialog")).containsText("Voicemail 777");
        admin.look("en-1280-explain-broken-dialog");
        page.click("[data-broken-no]");
        assertThat(page.locator(".broken-dialog")).hasCount(0);
        assertThat(page.locator("select[name='next.kind']")).hasValue("hangup.normal");
        Assertions.assertThat(next(away)).isEqualTo("voicemail");
        page.reload();
        page.selectOption("select[name='next.kind']", "hangup.normal");
        page.click("form:has(select[name='next.kind']) button.btn:has-text('Save')");
        page.click("[data-broken-yes]");
        assertThat(page.locator(".saved").first()).containsText("Saved");
        Assertions.assertThat(next(away)).isEqualTo("hangup");
        admin.open("/assertions");
        assertThat(page.locator(".list tr", new Page.LocatorOptions().setHasText("Christmas: mailbox")).locator(".state")).hasText("broken");
        admin.look("en-1280-explain-assertions");
        admin.open("/");
        assertThat(page.locator(".attention-note")).containsText("not hold");
        admin.look("en-1280-explain-home");
        page.navigate(page.url() + "assertions");
        page.locator(".row-link", new Page.LocatorOptions().setHasText("Christmas: mailbox")).click();
        admin.look("en-1280-explain-assertion");
        page.selectOption("#expectKind", "hangup");
        page.fill("#expectName", "normal");
        page.click("form:has(#passes) .btn-primary");
        assertThat(page.locator("h1 + p .state")).hasText("holds");
    }

    private String next(String announcement) {
        return owner.jdbc().sql("select to_kind from flow_exit where node_id = :id::uuid and exit = 'next'").param("id", announcement)
                .query(String.class).single();
    }

    @Test
    void givenACall_whenItIsExplained_thenItTellsTheSameStoryAsTheQuestion() {
        try (Visitor admin = admin("en", 1280, ColorScheme.LIGHT)) {
            Page page = admin.open("/calls/" + call);
            assertThat(page.locator(".way")).containsText("The caller presses 3, which leads to 101 Mina Park.");
            assertThat(page.locator(".way-stop")).hasCount(4);
            admin.look("en-1280-explain-call");
            page.click("text=Ask again");
            assertThat(page.locator(".way")).containsText("The caller presses 3, which leads to 101 Mina Park.");
            assertThat(page.locator(".way-end")).containsText("Extension 101");
            assertThat(page.locator("#caller")).hasValue("+821098765432");
        }
    }

    @Test
    void givenNoScripts_whenAChangeWouldBreakAnAssertion_thenAPageAsksAndSavesAllTheSame() {
        try (Visitor admin = admin("en", 1280, ColorScheme.LIGHT)) {
            Page page = admin.open("/assertions/new?number=" + "199" + "&caller=101&expectKind=refuse&expectName=unknown_number");
            page.fill("#name", "199 is nobody");
            page.click("text=Save assertion");
            admin.open("/extensions/new");
            page.fill("[name=name]", "Newcomer");
            page.fill("[name=number]", "199");
            page.click("text=Create extension");
            assertThat(page.locator("h1#broken-title")).containsText("This would break what you rely on");
            assertThat(page.locator(".broken")).containsText("199 is nobody");
            admin.look("en-1280-explain-broken-page");
            page.click("[data-broken-yes]");
            assertThat(page.locator(".notice")).containsText("Extension 199 is live");
        }
    }
}
