package org.switchboard.telephony.schedule;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.switchboard.telephony.destination.Destination;
import org.switchboard.telephony.destination.DestinationDraft;
import org.switchboard.telephony.hours.HoursSwitch;
import org.switchboard.telephony.hours.OpeningHours;
import org.switchboard.telephony.hours.WeeklyHours;

/**
 * Opening hours of a company.
 *
 * @param id          their id
 * @param tenantId    the company
 * @param name        what people call them
 * @param timeZone    IANA zone in which they are meant
 * @param hours       the weekly hours, by day and time
 * @param days        holidays and exceptions by date, those of the feed too
 * @param override    the day/night switch as it was set last
 * @param until       when the switch ends; null for never. A time that has passed means that the timetable decides again
 * @param code        what extensions dial to switch; null for none
 * @param feed        where holidays are read from, and how that went; null for nowhere
 * @param createdAt   when they were made
 */
public record Schedule(UUID id, UUID tenantId, String name, String timeZone, List<WeeklyHours> hours, List<ScheduleDay> days,
                       SwitchPosition override, Instant until, String code, Feed feed, Instant createdAt) {

    /**
     * Where holidays are read from.
     *
     * @param url     an https address
     * @param readAt  when it was read well last; null for not yet
     * @param problem why the last try failed: a key of the words' files and its arguments with tabs between; null when it did not
     */
    public record Feed(String url, Instant readAt, String problem) {
    }

    /** Keeps unchangeable copies. */
    public Schedule {
        hours = List.copyOf(hours);
        days = List.copyOf(days);
    }

    /**
     * The zone.
     *
     * @return where the clock hangs
     */
    public ZoneId zone() {
        return ZoneId.of(timeZone);
    }

    /**
     * The arithmetic of these hours.
     *
     * @return opening hours that can be asked
     */
    public OpeningHours openingHours() {
        return new OpeningHours(zone(), hours, days.stream().map(ScheduleDay::day).toList(), toSwitch());
    }

    /**
     * The timetable alone, as though nobody had switched.
     *
     * @return opening hours that can be asked
     */
    public OpeningHours timetable() {
        return new OpeningHours(zone(), hours, days.stream().map(ScheduleDay::day).toList(), null);
    }

    /**
     * Whether the switch decides at a moment.
     *
     * @param at the moment
     * @return false when the timetable does
     */
    public boolean switched(Instant at) {
        HoursSwitch set = toSwitch();
        return set != null && set.holds(at);
    }

    /**
     * Their settings as they can be edited.
     *
     * @param exits where they lead, by the names of the exits
     * @return a draft with today's values
     */
    public ScheduleDraft draft(Map<String, Destination> exits) {
        return new ScheduleDraft(name, timeZone, hours.stream().map(HoursDraft::of).toList(),
                days.stream().filter(day -> !day.fromFeed()).map(day -> DayDraft.of(day.day())).toList(), code,
                feed == null ? null : feed.url(), exit(exits, "open"), exit(exits, "closed"), exit(exits, "holiday"));
    }

    private HoursSwitch toSwitch() {
        return switch (override) {
            case NONE -> null;
            case OPEN -> new HoursSwitch(true, until);
            case CLOSED -> new HoursSwitch(false, until);
        };
    }

    private static DestinationDraft exit(Map<String, Destination> exits, String exit) {
        Destination to = exits.get(exit);
        return to == null ? null : to.draft();
    }
}
