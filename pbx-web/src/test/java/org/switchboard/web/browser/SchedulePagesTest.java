package org.switchboard.web.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.env.Environment;
import org.switchboard.telephony.destination.DestinationDraft;
import org.switchboard.telephony.destination.DestinationKind;
import org.switchboard.telephony.schedule.DayDraft;
import org.switchboard.telephony.schedule.DayKind;
import org.switchboard.telephony.schedule.HoursDraft;
import org.switchboard.telephony.schedule.Schedule;
import org.switchboard.telephony.schedule.ScheduleDraft;
import org.switchboard.telephony.schedule.ScheduleService;
import org.switchboard.telephony.schedule.Weekday;
import org.switchboard.telephony.tenant.TenantScope;
import org.switchboard.web.security.SignedInUser;
import org.switchboard.web.security.UserDirectory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The pages of the opening hours in a real browser: looks, languages, phone width, and what people do there. */
@PageTest
class SchedulePagesTest {

    private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");

    @LocalServerPort
    int port;
    @Autowired
    ScheduleService schedules;
    @Autowired
    UserDirectory directory;
    @Autowired
    Environment environment;

    private Chromium chromium;
    private JsonNode demo;
    private TenantScope scope;

    @BeforeAll
    void open(Chromium chromium) {
        demo = JsonMapper.shared().readTree(Path.of(environment.getRequiredProperty("pbx.demo-file")).toFile());
        SignedInUser admin = directory.loadUserByUsername(demo.path("adminEmail").asString());
        scope = admin.scope();
        this.chromium = chromium;
    }

    @Test
    void givenOpeningHours_whenTheyAreLookedAt_thenEveryPageIsWellInBothLanguages() {
        Schedule schedule = alwaysOpen("Reception");
        LocalDate today = LocalDate.now(SEOUL);
        scope.run(() -> schedules.update(schedule.id(), now -> now.withDays(List.of(
                new DayDraft(DayKind.HOLIDAY, "성탄절", today.plusDays(3), today.plusDays(4), null, null),
                new DayDraft(DayKind.HOLIDAY, "Last summer", today.minusDays(90), today.minusDays(80), null, null),
                new DayDraft(DayKind.EXCEPTION, "Inventory <b>", today.plusDays(9), null, "10:00", "12:00")))
                .leadingTo(null, new DestinationDraft(DestinationKind.HANGUP, null, null, "normal"), null)));
        for (String view : List.of("en 1280 LIGHT", "ko 390 LIGHT", "en 1280 DARK", "ko 1280 LIGHT", "en 390 DARK")) {
            String[] part = view.split(" ");
            try (Visitor admin = visitor(part[0], Integer.parseInt(part[1]), ColorScheme.valueOf(part[2]))) {
                String name = "schedules-" + view.replace(' ', '-');
                admin.open("/schedules");
                admin.look(name + "-list");
                admin.open("/schedules/new");
                admin.look(name + "-new");
                admin.open("/schedules/" + schedule.id());
                admin.look(name + "-page");
            }
        }
        try (Visitor supervisor = chromium.visitor(port, "en", 1280, ColorScheme.LIGHT)) {
            supervisor.signIn(demo.path("supervisorEmail").asString(), demo.path("supervisorPassword").asString());
            Page page = supervisor.open("/schedules/" + schedule.id());
            assertThat(page.locator("main form")).hasCount(0);
            // In the company's language, which other tests change.
            assertThat(page.locator(".exits")).containsText(Pattern.compile("hang up|끊기"));
            supervisor.look("schedules-supervisor-page");
        }
    }

    @Test
    void givenTheSwitch_whenItIsClosedAndBack_thenThePageSaysSoAtOnce() {
        Schedule schedule = alwaysOpen("Front desk");
        try (Visitor admin = visitor("en", 1280, ColorScheme.LIGHT)) {
            Page page = admin.open("/schedules/" + schedule.id());
            assertThat(page.locator(".hours-now")).containsText("Open");
            page.click("text=Close now");
            assertThat(page.locator(".hours-now")).containsText("Closed");
            assertThat(page.locator(".hours-why")).containsText("switched closed");
            admin.look("schedules-switched");
            page.reload();
            page.click("text=Back to the timetable");
            assertThat(page.locator(".hours-now")).containsText("Open");
            page.click("text=Close until…");
            page.fill("#until-date", "2020-01-01");
            page.click("#switch-until .btn-primary");
            assertThat(page.locator("#switch-until .problem")).containsText("in the future");
            admin.look("schedules-until-past");
            page.fill("#until-date", LocalDate.now(SEOUL).plusDays(1).toString());
            page.fill("#until-time", "09:30");
            page.click("#switch-until .btn-primary");
            assertThat(page.locator(".hours-now")).containsText("Closed until tomorrow 09:30");
        }
    }

    @Test
    void givenThatWeCloseAtNoonTomorrow_whenTwoButtonsArePressed_thenTomorrowIsAnException() {
        Schedule schedule = alwaysOpen("Workshop");
        try (Visitor admin = visitor("en", 1280, ColorScheme.LIGHT)) {
            Page page = admin.open("/schedules/" + schedule.id());
            page.click("text=Close early…");
            page.click("#close-early .btn-primary");
            assertThat(page.locator(".special")).containsText("Closes at 12:00");
            assertThat(page.locator(".special")).containsText("00:00–12:00");
            assertThat(page.locator(".preview .is-exception")).containsText("Closes at 12:00");
            page.click(".special button");
            assertThat(page.locator(".special")).hasCount(0);
        }
    }

    @Test
    void givenTheWeek_whenMondayIsCopiedAndARowIsReversed_thenTheRowSaysWhatIsAcceptedAndNothingIsLost() {
        Schedule schedule = alwaysOpen("Clinic");
        try (Visitor admin = visitor("en", 1280, ColorScheme.LIGHT)) {
            Page page = admin.open("/schedules/" + schedule.id());
            page.locator("[data-day=monday] [name=opens]").fill("08:00");
            page.locator("[data-day=monday] [name=closes]").fill("12:00");
            page.click("[data-day=monday] [data-interval-add]");
            page.keyboard().type("17:00");
            page.locator("[data-day=monday] [name=closes]").nth(1).fill("13:00");
            page.click("[data-week-copy]");
            assertThat(page.locator("[data-day=friday] [name=opens]").nth(1)).hasValue("17:00");
            page.click("form[data-week] .form-end .btn >> nth=0");
            assertThat(page.locator("[data-day=monday] .problem")).containsText("It closes after it opens");
            assertThat(page.locator("[data-day=monday] [name=opens]").nth(1)).hasValue("17:00");
            admin.look("schedules-reversed");
            page.locator("[data-day=monday] [name=opens]").nth(1).fill("11:30");
            page.click("[data-week-copy]");
            page.click("form[data-week] .form-end .btn >> nth=0");
            assertThat(page.locator("[data-day=tuesday] .problem")).containsText("overlap 08:00–12:00");
            page.locator("[data-day=monday] [name=opens]").nth(1).fill("12:30");
            page.click("[data-week-copy]");
            page.click("[data-day=sunday] [data-interval-remove]");
            page.click("form[data-week] .form-end .btn >> nth=0");
            assertThat(page.locator("form[data-week] .saved")).containsText("Saved");
            page.reload();
            assertThat(page.locator("[data-day=wednesday] [name=opens]").nth(1)).hasValue("12:30");
            assertThat(page.locator("[data-day=sunday] [name=opens]")).hasValue("");
        }
    }

    @Test
    void givenDaysFilesAndFeeds_whenTheyAreGoodOrBad_thenEachIsTakenOrSaysWhy() {
        Schedule schedule = alwaysOpen("Shop");
        String later = LocalDate.now(SEOUL).plusDays(20).toString();
        try (Visitor admin = visitor("en", 1280, ColorScheme.LIGHT)) {
            Page page = admin.open("/schedules/" + schedule.id());
            page.click("[data-reveal=day-new]");
            page.fill("#day-first", later);
            page.click("#day-new .btn-primary");
            assertThat(page.locator("#day-name-problem")).containsText("1 to 100");
            assertThat(page.locator("#day-first")).hasValue(later);
            page.fill("#day-name", "Moving house");
            page.click("#day-new .btn-primary");
            assertThat(page.locator(".special")).containsText("Moving house");
            page.setInputFiles("#ical-file", new FilePayload("holidays.ics", "text/calendar", "PK not a calendar".getBytes(StandardCharsets.UTF_8)));
            page.click("form:has(#ical-file) button");
            assertThat(page.locator("#ical-file-problem")).containsText("no iCal calendar");
            page.setInputFiles("#ical-file", new FilePayload("holidays.ics", "text/calendar", ("BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:x\nBEGIN:VEVENT\nUID:1\n"
                    + "DTSTAMP:20260101T000000Z\nDTSTART;VALUE=DATE:" + later.replace("-", "") + "\nSUMMARY:추석\nEND:VEVENT\nEND:VCALENDAR\n").getBytes(StandardCharsets.UTF_8)));
            page.click("form:has(#ical-file) button");
            assertThat(page.locator("form:has(#ical-file) .saved")).containsText("1 holiday was added");
            assertThat(page.locator(".specials")).containsText("추석");
            page.fill("#feed-url", "http://example.com/holidays.ics");
            page.click("form:has(#feed-url) button");
            assertThat(page.locator("#feed-url-problem")).containsText("https://");
            page.fill("#feed-url", "https://127.0.0.1/holidays.ics");
            page.click("form:has(#feed-url) button");
            assertThat(page.locator(".feed-state .problem")).containsText("private network");
            assertThat(page.locator(".feed-state")).containsText("Not read yet");
            admin.look("schedules-feed-refused");
        }
    }

    @Test
    void givenExitsAndACode_whenTheyAreSaved_thenTheyStay() {
        Schedule schedule = alwaysOpen("Lobby");
        try (Visitor admin = visitor("en", 1280, ColorScheme.LIGHT)) {
            Page page = admin.open("/schedules/" + schedule.id());
            page.selectOption("#closed", "hangup.busy");
            page.click("form:has(#closed) > .form-end .btn");
            assertThat(page.locator("form:has(#closed) .saved")).containsText("Saved");
            page.fill("#schedule-code", "*43");
            page.click("form:has(#schedule-code) .form-end .btn");
            assertThat(page.locator("#schedule-code-problem")).containsText("*43 belongs to the system");
            page.fill("#schedule-code", "*333");
            page.click("form:has(#schedule-code) .form-end .btn");
            assertThat(page.locator("form:has(#schedule-code) .saved")).containsText("Saved");
            page.reload();
            assertThat(page.locator("#closed")).hasValue("hangup.busy");
            assertThat(page.locator("#schedule-code")).hasValue("*333");
            page.click(".danger button");
            page.click("[data-ask-yes]");
            assertThat(page.locator(".notice")).containsText("Lobby is gone");
            assertThat(page).hasURL(Pattern.compile(".*/schedules$"));
        }
    }

    private Schedule alwaysOpen(String name) {
        List<HoursDraft> always = List.of(Weekday.values()).stream().map(day -> new HoursDraft(day, "00:00", "24:00")).toList();
        return scope.call(() -> schedules.create(ScheduleDraft.of(name, SEOUL.getId(), always)));
    }

    private Visitor visitor(String language, int width, ColorScheme colours) {
        return chromium.visitor(port, language, width, colours)
                .signIn(demo.path("adminEmail").asString(), demo.path("adminPassword").asString());
    }
}
