package org.switchboard.telephony.hours;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Any opening hours in several zones against a model that reads the clock on the wall minute by minute. */
class OpeningHoursModelTest {

    /** Zones with clocks that change by an hour, by half an hour (Lord Howe), at midnight (Beirut, Santiago), and never. */
    private static final List<String> ZONES = List.of("Asia/Seoul", "Europe/Berlin", "America/New_York", "Australia/Lord_Howe",
            "Asia/Beirut", "America/Santiago", "Africa/Casablanca", "UTC");
    private static final Duration WINDOW = Duration.ofDays(4);

    /**
     * What an admin has written down.
     *
     * @param zone     the time zone
     * @param from     where the window of days begins
     * @param weekly   the weekly hours
     * @param days     the holidays and exceptions
     * @param override the switch, or null
     */
    record Written(ZoneId zone, Instant from, List<WeeklyHours> weekly, List<SpecialDay> days, HoursSwitch override) {

        OpeningHours hours() {
            return new OpeningHours(zone, weekly, days, override);
        }

        /** The same decision, made by reading all rows. */
        HoursStatus model(Instant at) {
            if (override != null && (override.until() == null || at.isBefore(override.until()))) {
                return override.open() ? HoursStatus.OPEN : HoursStatus.CLOSED;
            }
            ZonedDateTime wall = at.atZone(zone);
            LocalDate date = wall.toLocalDate();
            var today = days.stream().filter(day -> !date.isBefore(day.first()) && !date.isAfter(day.last())).toList();
            var exceptions = today.stream().filter(day -> !day.holiday()).toList();
            if (!exceptions.isEmpty()) {
                return exceptions.stream().anyMatch(day -> day.hours() != null && within(day.hours(), wall)) ? HoursStatus.OPEN : HoursStatus.CLOSED;
            }
            if (!today.isEmpty()) {
                return HoursStatus.HOLIDAY;
            }
            return weekly.stream().anyMatch(row -> row.day() == date.getDayOfWeek() && within(row.hours(), wall))
                    ? HoursStatus.OPEN : HoursStatus.CLOSED;
        }

        private static boolean within(OpenInterval hours, ZonedDateTime wall) {
            LocalTime now = wall.toLocalTime();
            boolean begun = !now.isBefore(LocalTime.ofSecondOfDay(hours.opens() * 60L));
            return begun && (hours.closes() == OpenInterval.END_OF_DAY || now.isBefore(LocalTime.ofSecondOfDay(hours.closes() * 60L)));
        }
    }

    @Property(tries = 300)
    void each_minute_is_as_the_model_says(@ForAll("written") Written written) {
        var hours = written.hours();
        for (var at = written.from(); at.isBefore(written.from().plus(WINDOW)); at = at.plus(1, ChronoUnit.MINUTES)) {
            assertThat(hours.at(at).status()).as("%s %s", at, at.atZone(written.zone())).isEqualTo(written.model(at));
        }
    }

    @Property(tries = 300)
    void the_next_change_is_the_first_minute_at_which_the_model_changes(@ForAll("written") Written written) {
        var hours = written.hours();
        var found = hours.nextChange(written.from());
        var foundDoor = hours.nextOpenOrClose(written.from());
        var now = written.model(written.from());
        Instant change = null;
        Instant door = null;
        for (var at = written.from(); at.isBefore(written.from().plus(WINDOW)); at = at.plus(1, ChronoUnit.MINUTES)) {
            var status = written.model(at);
            change = change == null && status != now ? at : change;
            door = door == null && (status == HoursStatus.OPEN) != (now == HoursStatus.OPEN) ? at : door;
        }
        if (change == null) {
            assertThat(found.filter(at -> at.isBefore(written.from().plus(WINDOW)))).isEmpty();
        } else {
            assertThat(found).contains(change);
        }
        if (door == null) {
            assertThat(foundDoor.filter(at -> at.isBefore(written.from().plus(WINDOW)))).isEmpty();
        } else {
            assertThat(foundDoor).contains(door);
        }
    }

    @Provide
    Arbitrary<Written> written() {
        return Arbitraries.of(ZONES).map(ZoneId::of).flatMap(zone -> windows(zone).flatMap(from -> {
            var first = from.atZone(zone).toLocalDate();
            return Combinators.combine(weekly().list().ofMaxSize(14), special(first).list().ofMaxSize(4), override(from).injectNull(0.6))
                    .as((weekly, days, override) -> new Written(zone, from, weekly, days, override));
        }));
    }

    /** Windows of days: about half of them around a change of the clocks, where the zone has any. */
    private static Arbitrary<Instant> windows(ZoneId zone) {
        var start = Instant.parse("2024-01-01T00:00:00Z");
        var transitions = Stream.iterate(zone.getRules().nextTransition(start), next -> next != null,
                        next -> zone.getRules().nextTransition(next.getInstant()))
                .limit(12).map(next -> next.getInstant().truncatedTo(ChronoUnit.MINUTES)).toList();
        var anywhere = Arbitraries.longs().between(0, 4L * 366 * 1440).map(minutes -> start.plus(minutes, ChronoUnit.MINUTES));
        return transitions.isEmpty() ? anywhere : Arbitraries.oneOf(anywhere, Combinators
                .combine(Arbitraries.of(transitions), Arbitraries.integers().between(0, 3 * 1440))
                .as((transition, before) -> transition.minus(before, ChronoUnit.MINUTES)));
    }

    private static Arbitrary<WeeklyHours> weekly() {
        return Combinators.combine(Arbitraries.of(DayOfWeek.class), interval()).as(WeeklyHours::new);
    }

    /** Half of the intervals lie in the small hours, when clocks change. */
    private static Arbitrary<OpenInterval> interval() {
        var night = Arbitraries.integers().between(0, 240);
        var whenever = Arbitraries.integers().between(0, OpenInterval.END_OF_DAY);
        return Arbitraries.oneOf(Combinators.combine(night, night).as(List::of), Combinators.combine(whenever, whenever).as(List::of))
                .filter(ends -> !ends.getFirst().equals(ends.getLast()))
                .map(ends -> new OpenInterval(Math.min(ends.getFirst(), ends.getLast()), Math.max(ends.getFirst(), ends.getLast())));
    }

    private static Arbitrary<SpecialDay> special(LocalDate from) {
        return Combinators.combine(Arbitraries.of(true, false), Arbitraries.integers().between(-2, 5), Arbitraries.integers().between(0, 3),
                interval().injectNull(0.3)).as((holiday, first, more, hours) -> new SpecialDay("Day " + first, holiday,
                from.plusDays(first), from.plusDays(first + more), holiday ? null : hours));
    }

    private static Arbitrary<HoursSwitch> override(Instant from) {
        return Combinators.combine(Arbitraries.of(true, false), Arbitraries.integers().between(-1000, 6000).injectNull(0.2))
                .as((open, minutes) -> new HoursSwitch(open, minutes == null ? null : from.plus(minutes, ChronoUnit.MINUTES)));
    }
}
