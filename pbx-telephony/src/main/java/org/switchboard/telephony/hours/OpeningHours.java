package org.switchboard.telephony.hours;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.zone.ZoneRules;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * When a company is open. Immutable, and quick: a decision is one look at the time zone's rules and one at a table.
 *
 * <p>The switch decides while it holds; then an exception, which replaces its day; then a holiday; then the weekly hours.
 *
 * <p>Hours are those of the clock on the wall. When clocks go forward, the hour that is skipped does not come, so an interval
 * within it is not open that day, and one that begins within it opens when the clocks have gone forward. When clocks go back,
 * the hour that comes twice is open both times, or neither.
 */
public final class OpeningHours {

    /** How far ahead a change is looked for, so that hours which never change end the search. */
    public static final Duration HORIZON = Duration.ofDays(366);

    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");

    private final ZoneId zone;
    private final ZoneRules rules;
    private final Map<DayOfWeek, DayHours> week = new EnumMap<>(DayOfWeek.class);
    private final SpecialDays days;
    private final HoursSwitch override;

    /**
     * Makes opening hours.
     *
     * @param zone     where the clock hangs
     * @param weekly   the weekly hours in any order; a day without a row is closed; rows that overlap add up
     * @param days     holidays and exceptions in any order
     * @param override the day/night switch; null leaves it to the timetable
     */
    public OpeningHours(ZoneId zone, List<WeeklyHours> weekly, List<SpecialDay> days, HoursSwitch override) {
        this.zone = Objects.requireNonNull(zone);
        this.rules = zone.getRules();
        for (var day : DayOfWeek.values()) {
            week.put(day, new DayHours(DayHours.Kind.WEEKLY, "", weekly.stream().filter(row -> row.day() == day)
                    .map(row -> new DayHours.NamedInterval(row.hours(), ""))
                    .sorted(Comparator.comparing(DayHours.NamedInterval::interval)).toList()));
        }
        this.days = new SpecialDays(days);
        this.override = override;
    }

    /**
     * Where the clock hangs.
     *
     * @return the time zone
     */
    public ZoneId zone() {
        return zone;
    }

    /**
     * Decides.
     *
     * @param at any moment
     * @return the state then, with the rule that decided
     */
    public HoursState at(Instant at) {
        return override != null && override.holds(at) ? switched() : timetable(at);
    }

    /**
     * What the timetable says of a day, the switch aside.
     *
     * @param date a day in the time zone of these hours
     * @return its hours and where they come from
     */
    public DayHours on(LocalDate date) {
        var special = days.on(date);
        return special == null ? week.get(date.getDayOfWeek()) : special;
    }

    /**
     * When the status changes next.
     *
     * @param from any moment
     * @return the first moment after it whose status is another; empty when there is none within {@link #HORIZON} (counted from
     *         the end of the switch while it holds), and when the switch holds without an end
     */
    public Optional<Instant> nextChange(Instant from) {
        var now = at(from).status();
        return first(from, state -> state.status() != now);
    }

    /**
     * When it opens next, or closes when it is open: as {@link #nextChange}, but from closed to holiday is no change.
     *
     * @param from any moment
     * @return the moment, or empty
     */
    public Optional<Instant> nextOpenOrClose(Instant from) {
        var now = at(from).open();
        return first(from, state -> state.open() != now);
    }

    private Optional<Instant> first(Instant from, Predicate<HoursState> wanted) {
        if (override == null || !override.holds(from)) {
            return search(from, wanted);
        }
        if (override.until() == null) {
            return Optional.empty();
        }
        return wanted.test(timetable(override.until())) ? Optional.of(override.until()) : search(override.until(), wanted);
    }

    /** Goes from one change of the zone's offset to the next; between them local time runs evenly. */
    private Optional<Instant> search(Instant from, Predicate<HoursState> wanted) {
        var end = from.plus(HORIZON);
        var begin = from;
        while (begin.isBefore(end)) {
            var transition = rules.nextTransition(begin);
            var stop = transition == null || transition.getInstant().isAfter(end) ? end : transition.getInstant();
            var found = between(begin, stop, rules.getOffset(begin), wanted);
            if (found.isPresent()) {
                return found;
            }
            if (wanted.test(timetable(stop))) {
                return Optional.of(stop);
            }
            begin = stop;
        }
        return Optional.empty();
    }

    private Optional<Instant> between(Instant begin, Instant stop, ZoneOffset offset, Predicate<HoursState> wanted) {
        var last = LocalDateTime.ofInstant(stop, offset).toLocalDate();
        for (var date = LocalDateTime.ofInstant(begin, offset).toLocalDate(); !date.isAfter(last); date = date.plusDays(1)) {
            var midnight = date.atStartOfDay().toInstant(offset);
            for (var minute : edges(on(date))) {
                var moment = midnight.plusSeconds(minute * 60L);
                if (moment.isAfter(begin) && moment.isBefore(stop) && wanted.test(timetable(moment))) {
                    return Optional.of(moment);
                }
            }
        }
        return Optional.empty();
    }

    private static int[] edges(DayHours day) {
        return IntStream.concat(IntStream.of(0), day.hours().stream()
                .flatMapToInt(row -> IntStream.of(row.interval().opens(), row.interval().closes()))).sorted().toArray();
    }

    private HoursState timetable(Instant at) {
        var local = LocalDateTime.ofInstant(at, rules.getOffset(at));
        return on(local.toLocalDate()).at(local.getHour() * 60 + local.getMinute());
    }

    private HoursState switched() {
        var status = override.open() ? HoursStatus.OPEN : HoursStatus.CLOSED;
        if (override.until() == null) {
            return new HoursState(status, override.open() ? HoursState.SWITCHED_OPEN : HoursState.SWITCHED_CLOSED);
        }
        var until = LOCAL.format(override.until().atZone(zone));
        return new HoursState(status, override.open() ? HoursState.SWITCHED_OPEN_UNTIL : HoursState.SWITCHED_CLOSED_UNTIL, until);
    }
}
