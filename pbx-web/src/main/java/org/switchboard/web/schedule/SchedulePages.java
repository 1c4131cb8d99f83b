package org.switchboard.web.schedule;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.switchboard.telephony.destination.FlowExits;
import org.switchboard.telephony.schedule.Schedule;
import org.switchboard.telephony.schedule.ScheduleDay;
import org.switchboard.telephony.schedule.ScheduleService;
import org.switchboard.web.change.ChangeService;

/** Gathers what the page of one schedule shows. */
@Component
public final class SchedulePages {

    private static final int CHANGES_AT_THE_SIDE = 6;

    private final ScheduleService schedules;
    private final FlowExits exits;
    private final ChangeService changes;
    private final ScheduleWords words;
    private final Clock clock;

    SchedulePages(ScheduleService schedules, FlowExits exits, ChangeService changes, ScheduleWords words, Clock clock) {
        this.schedules = schedules;
        this.exits = exits;
        this.changes = changes;
        this.words = words;
        this.clock = clock;
    }

    /**
     * A schedule with how it is now, as a list shows it.
     *
     * @param schedule the schedule
     * @param status   {@code open}, {@code closed} or {@code holiday}
     * @param now      the same in words, with its end
     * @param switched whether the switch decides
     */
    public record Row(Schedule schedule, String status, String now, boolean switched) {
    }

    /**
     * How schedules are now.
     *
     * @param found schedules
     * @return a row for each, in the same order
     */
    public List<Row> rows(List<Schedule> found) {
        Instant now = clock.instant();
        return found.stream().map(schedule -> row(schedule, now)).toList();
    }

    /**
     * Fills the model for the view {@code schedule/page}.
     *
     * @param id    the schedule
     * @param model what to fill; what is in it already stays: rows that were typed, and problems
     * @throws org.switchboard.telephony.input.NotFound when there is no such schedule
     */
    public void fill(UUID id, Model model) {
        Schedule schedule = schedules.find(id);
        Instant now = clock.instant();
        LocalDate today = LocalDate.ofInstant(now, schedule.zone());
        model.addAttribute("schedule", schedule);
        model.addAttribute("row", row(schedule, now));
        model.addAttribute("words", words);
        model.addAttribute("localNow", now.atZone(schedule.zone()));
        model.addAttribute("today", today);
        model.addAttribute("zones", zones());
        model.addAttribute("nextChange", schedule.timetable().nextOpenOrClose(now).map(at -> words.when(schedule, now, at)).orElse(null));
        model.addAttribute("rule", words.rule(schedule.openingHours().at(now)));
        model.addAttribute("coming", schedule.days().stream().filter(day -> !day.day().last().isBefore(today)).toList());
        model.addAttribute("past", schedule.days().stream().filter(day -> day.day().last().isBefore(today)).toList());
        model.addAttribute("weeks", Preview.of(schedule.timetable(), today));
        model.addAttribute("feedProblem", words.problem(schedule.feed()));
        model.addAttribute("exits", schedules.exits(id));
        model.addAttribute("users", exits.usedBy(id));
        model.addAttribute("changes", changes.of(Stream.concat(Stream.of(id), schedule.days().stream().filter(day -> !day.fromFeed())
                .map(ScheduleDay::id)).toList(), CHANGES_AT_THE_SIDE));
        if (!model.containsAttribute("grid")) {
            model.addAttribute("grid", HoursRows.of(schedule));
        }
    }

    /**
     * The zones to choose from.
     *
     * @return IANA names in order
     */
    static List<String> zones() {
        return ZoneId.getAvailableZoneIds().stream()
                .filter(zone -> zone.equals("UTC") || zone.matches("(Africa|America|Antarctica|Asia|Atlantic|Australia|Europe|Indian|Pacific)/.+"))
                .sorted().toList();
    }

    private Row row(Schedule schedule, Instant now) {
        return new Row(schedule, schedule.openingHours().at(now).status().value(), words.now(schedule, now), schedule.switched(now));
    }
}
