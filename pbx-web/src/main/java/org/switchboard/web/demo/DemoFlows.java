package org.switchboard.web.demo;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Year;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.switchboard.telephony.announcement.AnnouncementDraft;
import org.switchboard.telephony.announcement.AnnouncementService;
import org.switchboard.telephony.assertion.AssertionDraft;
import org.switchboard.telephony.assertion.AssertionService;
import org.switchboard.telephony.assertion.QuestionDraft;
import org.switchboard.telephony.assertion.RoutePoint;
import org.switchboard.telephony.destination.DestinationDraft;
import org.switchboard.telephony.destination.DestinationKind;
import org.switchboard.telephony.menu.Menu;
import org.switchboard.telephony.menu.MenuDraft;
import org.switchboard.telephony.menu.MenuService;
import org.switchboard.telephony.number.PhoneNumberDraft;
import org.switchboard.telephony.number.PhoneNumberService;
import org.switchboard.telephony.prompt.PromptDraft;
import org.switchboard.telephony.prompt.PromptService;
import org.switchboard.telephony.ringgroup.RingGroupDraft;
import org.switchboard.telephony.ringgroup.RingGroupMemberDraft;
import org.switchboard.telephony.ringgroup.RingGroupService;
import org.switchboard.telephony.ringgroup.RingStrategy;
import org.switchboard.telephony.schedule.DayDraft;
import org.switchboard.telephony.schedule.DayKind;
import org.switchboard.telephony.schedule.HoursDraft;
import org.switchboard.telephony.schedule.ScheduleDraft;
import org.switchboard.telephony.schedule.ScheduleService;
import org.switchboard.telephony.schedule.Weekday;
import org.switchboard.telephony.voicemail.VoicemailBoxDraft;
import org.switchboard.telephony.voicemail.VoicemailBoxService;

/**
 * What the demo company does with callers: a number, opening hours with holidays, a menu within a menu, a ring group and
 * voicemail, and a queue with agents, all spoken, so that a newcomer can hear each of them. Menu, group and queue can be dialled from any of its phones.
 */
@Component
final class DemoFlows {

    /** A number that nobody has: North America keeps 555-0100 to 555-0199 for stories. */
    static final String NUMBER = "+12125550100";

    private static final String CALLER = "+12125550199";
    private static final String SHARED_BOX = "200";
    private static final String MAIN_MENU = "500";
    private static final String SALES = "600";
    private static final int AGENTS = 3;
    private static final String SWITCH = "*281";

    private final PromptService prompts;
    private final AnnouncementService announcements;
    private final MenuService menus;
    private final RingGroupService groups;
    private final ScheduleService schedules;
    private final VoicemailBoxService boxes;
    private final PhoneNumberService numbers;
    private final AssertionService assertions;
    private final DemoCallCentre centre;
    private final Clock clock;

    DemoFlows(PromptService prompts, AnnouncementService announcements, MenuService menus, RingGroupService groups, ScheduleService schedules,
              VoicemailBoxService boxes, PhoneNumberService numbers, AssertionService assertions, DemoCallCentre centre, Clock clock) {
        this.prompts = prompts;
        this.announcements = announcements;
        this.menus = menus;
        this.groups = groups;
        this.schedules = schedules;
        this.boxes = boxes;
        this.numbers = numbers;
        this.assertions = assertions;
        this.centre = centre;
        this.clock = clock;
    }

    /**
     * Makes it all, in the scope of the company.
     *
     * @param extensions numbers of four extensions: two who sell and two who help
     */
    void create(List<String> extensions) {
        extensions.forEach(boxes::createFor);
        boxes.create(new VoicemailBoxDraft(SHARED_BOX, "Everybody's", null, extensions, null, null, null, null, null, null, null, null));
        DestinationDraft box = new DestinationDraft(DestinationKind.VOICEMAIL, null, SHARED_BOX, null);

        DestinationDraft sales = DestinationDraft.to(DestinationKind.RING_GROUP, groups.create(new RingGroupDraft("Sales", SALES,
                RingStrategy.RING_ALL, 20, true, true, extensions.subList(0, 2).stream()
                        .map(number -> new RingGroupMemberDraft(number, null, 0)).toList(), box)).id());
        DestinationDraft menu = DestinationDraft.to(DestinationKind.MENU, menus(sales, agents(extensions, box), box, extensions));

        DestinationDraft closed = announcement("Closed", "Thank you for calling the demo company. We are closed now. "
                + "Please leave a message after the tone.", box);
        DestinationDraft holiday = announcement("Holiday", "Happy holidays from the demo company. We are back after the holiday. "
                + "Please leave a message after the tone.", box);
        DestinationDraft hours = DestinationDraft.to(DestinationKind.SCHEDULE, schedules.create(new ScheduleDraft("Office hours", null, week(),
                holidays(), SWITCH, null, menu, closed, holiday)).id());
        numbers.create(new PhoneNumberDraft(NUMBER, "Main number", hours));
        reliedOn();
    }

    /** Two answers that the company relies on, so that a change which breaks one is seen before it is saved. */
    private void reliedOn() {
        String christmas = Year.now(clock).getValue() + "-12-25T10:00";
        assertions.create(new AssertionDraft("Christmas callers reach the mailbox",
                new QuestionDraft(NUMBER, CALLER, christmas, null, null), new RoutePoint("voicemail", SHARED_BOX),
                List.of(new RoutePoint("announcement", "Holiday"))));
        // The third Monday of a month is never one of the holidays above.
        LocalDate monday = LocalDate.now(clock).plusMonths(1).with(TemporalAdjusters.dayOfWeekInMonth(3, DayOfWeek.MONDAY));
        assertions.create(new AssertionDraft("Key 1 rings Sales in the morning",
                new QuestionDraft(NUMBER, CALLER, monday + "T10:00", "1", null), new RoutePoint("ring_group", "Sales"), List.of()));
    }

    private DestinationDraft agents(List<String> extensions, DestinationDraft box) {
        return centre.create(extensions.subList(0, AGENTS), box, prompt("While you wait", "You are still in line. To be called back, press "
                + DemoCallCentre.CALLBACK_KEY + ". To leave a message, press " + DemoCallCentre.MESSAGE_KEY + "."));
    }

    private UUID menus(DestinationDraft sales, DestinationDraft agents, DestinationDraft box, List<String> extensions) {
        UUID welcome = prompt("Welcome", "Welcome to the demo company. For sales, press 1. For support, press 2. For our opening hours, press 3. "
                + "To wait for one of our agents, press 4. To leave a message, press 9. Or dial an extension, such as " + String.join(" ", extensions.getFirst().split("")) + ".");
        Menu main = menus.create(new MenuDraft("Main menu", MAIN_MENU, welcome, null, null, null, null, null, true, List.of(), Map.of(), box, box));
        DestinationDraft toMain = DestinationDraft.to(DestinationKind.MENU, main.id());
        UUID support = menus.create(new MenuDraft("Support", null, prompt("Support", "Support. For phones, press 1. For everything else, press 2. "
                + "To go back, press star."), null, null, null, null, null, false, List.of(),
                Map.of("1", extension(extensions.get(2)), "2", extension(extensions.get(3)), "*", toMain), box, box)).id();
        DestinationDraft opening = announcement("Opening hours", "We are here Monday to Friday from nine to six.", toMain);
        menus.update(main.id(), today -> new MenuDraft(today.name(), today.number(), today.promptId(), today.wrongPromptId(), today.noInputPromptId(),
                today.firstDigitSeconds(), today.nextDigitSeconds(), today.tries(), today.directDial(), today.excluded(),
                Map.of("1", sales, "2", DestinationDraft.to(DestinationKind.MENU, support), "3", opening, "4", agents, "9", box), today.noInput(), today.wrongInput()));
        return main.id();
    }

    private DestinationDraft announcement(String name, String words, DestinationDraft next) {
        return DestinationDraft.to(DestinationKind.ANNOUNCEMENT,
                announcements.create(new AnnouncementDraft(name, prompt(name, words), next)).id());
    }

    private UUID prompt(String name, String words) {
        return prompts.create(new PromptDraft(name, words, "en")).id();
    }

    private static DestinationDraft extension(String number) {
        return new DestinationDraft(DestinationKind.EXTENSION, null, number, null);
    }

    private static List<HoursDraft> week() {
        return List.of(Weekday.MONDAY, Weekday.TUESDAY, Weekday.WEDNESDAY, Weekday.THURSDAY, Weekday.FRIDAY).stream()
                .map(day -> new HoursDraft(day, "09:00", "18:00")).toList();
    }

    private List<DayDraft> holidays() {
        List<DayDraft> days = new ArrayList<>();
        int thisYear = Year.now(clock).getValue();
        for (int year = thisYear; year <= thisYear + 1; year++) {
            days.add(new DayDraft(DayKind.HOLIDAY, "New Year", LocalDate.of(year, 1, 1), null, null, null));
            days.add(new DayDraft(DayKind.HOLIDAY, "Christmas", LocalDate.of(year, 12, 25), LocalDate.of(year, 12, 26), null, null));
        }
        return days;
    }
}
