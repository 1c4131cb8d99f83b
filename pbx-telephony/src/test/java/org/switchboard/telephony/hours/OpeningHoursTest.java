package org.switchboard.telephony.hours;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Opening hours on days that people ask about. */
class OpeningHoursTest {

    private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final List<WeeklyHours> OFFICE = Stream.of(DayOfWeek.MONDAY, DayOfWeek.TUESDAY, DayOfWeek.WEDNESDAY,
            DayOfWeek.THURSDAY, DayOfWeek.FRIDAY).map(day -> new WeeklyHours(day, interval("09:00", "18:00"))).toList();
    private static final SpecialDay CHRISTMAS = holiday("Christmas", "2026-12-25", "2026-12-26");

    @Test
    void given_office_hours_then_the_first_minute_is_open_and_the_last_is_closed() {
        var hours = new OpeningHours(SEOUL, OFFICE, List.of(), null);
        assertThat(hours.at(seoul("2026-11-23T08:59:59")))
                .isEqualTo(new HoursState(HoursStatus.CLOSED, HoursState.WEEKLY_CLOSED));
        assertThat(hours.at(seoul("2026-11-23T09:00:00")))
                .isEqualTo(new HoursState(HoursStatus.OPEN, HoursState.WEEKLY_OPEN, "09:00", "18:00"));
        assertThat(hours.at(seoul("2026-11-23T17:59:59")).open()).isTrue();
        assertThat(hours.at(seoul("2026-11-23T18:00:00")).open()).isFalse();
        assertThat(hours.nextChange(seoul("2026-11-23T10:00:00"))).contains(seoul("2026-11-23T18:00:00"));
        assertThat(hours.nextChange(seoul("2026-11-27T18:00:00"))).contains(seoul("2026-11-30T09:00:00"));
    }

    @Test
    void given_a_holiday_then_it_wins_over_the_week_and_an_exception_over_it() {
        var opened = new SpecialDay("Emergency desk", false, day("2026-12-25"), day("2026-12-25"), interval("10:00", "12:00"));
        var hours = new OpeningHours(SEOUL, OFFICE, List.of(CHRISTMAS, opened, holiday("Year's end", "2026-12-31", "2026-12-31")), null);
        assertThat(hours.at(seoul("2026-12-25T10:30:00")))
                .isEqualTo(new HoursState(HoursStatus.OPEN, HoursState.EXCEPTION_OPEN, "Emergency desk", "10:00", "12:00"));
        assertThat(hours.at(seoul("2026-12-25T15:00:00")))
                .isEqualTo(new HoursState(HoursStatus.CLOSED, HoursState.EXCEPTION_CLOSED, "Emergency desk"));
        assertThat(hours.at(seoul("2026-12-31T10:00:00")))
                .isEqualTo(new HoursState(HoursStatus.HOLIDAY, HoursState.HOLIDAY, "Year's end"));
        assertThat(hours.at(seoul("2026-12-24T10:00:00")).open()).isTrue();
        assertThat(hours.on(day("2026-12-26")).kind()).isEqualTo(DayHours.Kind.HOLIDAY);
        assertThat(hours.on(day("2026-12-27")).kind()).isEqualTo(DayHours.Kind.WEEKLY);
    }

    @Test
    void given_closed_and_then_a_holiday_then_the_status_changes_and_the_door_does_not() {
        var hours = new OpeningHours(SEOUL, OFFICE, List.of(CHRISTMAS), null);
        assertThat(hours.nextChange(seoul("2026-12-24T20:00:00"))).contains(seoul("2026-12-25T00:00:00"));
        assertThat(hours.nextOpenOrClose(seoul("2026-12-24T20:00:00"))).contains(seoul("2026-12-28T09:00:00"));
    }

    @Test
    void given_an_exception_without_hours_then_that_day_is_closed_and_not_a_holiday() {
        var hours = new OpeningHours(SEOUL, OFFICE, List.of(new SpecialDay("Inventory", false, day("2026-11-24"), day("2026-11-24"), null)), null);
        assertThat(hours.at(seoul("2026-11-24T10:00:00")).status()).isEqualTo(HoursStatus.CLOSED);
    }

    @Test
    void given_a_switch_with_an_end_then_it_wins_until_then_and_the_timetable_after() {
        var hours = new OpeningHours(SEOUL, OFFICE, List.of(), new HoursSwitch(false, seoul("2026-11-24T12:00:00")));
        assertThat(hours.at(seoul("2026-11-24T11:59:59")))
                .isEqualTo(new HoursState(HoursStatus.CLOSED, HoursState.SWITCHED_CLOSED_UNTIL, "2026-11-24 12:00"));
        assertThat(hours.at(seoul("2026-11-24T12:00:00")).rule()).isEqualTo(HoursState.WEEKLY_OPEN);
        assertThat(hours.nextChange(seoul("2026-11-23T10:00:00"))).contains(seoul("2026-11-24T12:00:00"));
    }

    @Test
    void given_a_switch_without_an_end_then_nothing_ever_changes() {
        var hours = new OpeningHours(SEOUL, OFFICE, List.of(), new HoursSwitch(true, null));
        assertThat(hours.at(seoul("2026-11-22T03:00:00")).rule()).isEqualTo(HoursState.SWITCHED_OPEN);
        assertThat(hours.nextChange(seoul("2026-11-22T03:00:00"))).isEmpty();
    }

    @Test
    void given_hours_past_midnight_in_two_rows_then_midnight_is_no_change() {
        var hours = new OpeningHours(BERLIN, List.of(new WeeklyHours(DayOfWeek.FRIDAY, interval("22:00", "24:00")),
                new WeeklyHours(DayOfWeek.SATURDAY, interval("00:00", "02:00"))), List.of(), null);
        assertThat(hours.nextChange(local(BERLIN, "2026-11-27T23:00:00"))).contains(local(BERLIN, "2026-11-28T02:00:00"));
    }

    @Test
    void given_no_hours_or_all_hours_then_there_is_no_next_change() {
        var never = new OpeningHours(BERLIN, List.of(), List.of(), null);
        assertThat(never.nextChange(local(BERLIN, "2026-03-28T12:00:00"))).isEmpty();
        var rows = new ArrayList<WeeklyHours>();
        for (var day : DayOfWeek.values()) {
            rows.add(new WeeklyHours(day, interval("00:00", "24:00")));
        }
        assertThat(new OpeningHours(BERLIN, rows, List.of(), null).nextChange(local(BERLIN, "2026-03-28T12:00:00"))).isEmpty();
    }

    @Test
    void given_clocks_that_go_forward_then_hours_in_the_gap_do_not_come() {
        var hours = new OpeningHours(BERLIN, List.of(new WeeklyHours(DayOfWeek.SUNDAY, interval("02:15", "02:45"))), List.of(), null);
        var saturday = local(BERLIN, "2026-03-28T12:00:00");
        assertThat(hours.nextChange(saturday)).contains(local(BERLIN, "2026-04-05T02:15:00"));
        var longer = new OpeningHours(BERLIN, List.of(new WeeklyHours(DayOfWeek.SUNDAY, interval("02:30", "04:00"))), List.of(), null);
        assertThat(longer.nextChange(saturday)).contains(Instant.parse("2026-03-29T01:00:00Z"));
        assertThat(longer.nextChange(Instant.parse("2026-03-29T01:00:00Z"))).contains(Instant.parse("2026-03-29T02:00:00Z"));
    }

    @Test
    void given_clocks_that_go_back_then_the_hour_that_comes_twice_is_open_twice() {
        var hours = new OpeningHours(BERLIN, List.of(new WeeklyHours(DayOfWeek.SUNDAY, interval("02:15", "02:45"))), List.of(), null);
        var changes = Stream.iterate(Instant.parse("2026-10-24T12:00:00Z"), at -> hours.nextChange(at).orElseThrow()).skip(1).limit(4);
        assertThat(changes).containsExactly(Instant.parse("2026-10-25T00:15:00Z"), Instant.parse("2026-10-25T00:45:00Z"),
                Instant.parse("2026-10-25T01:15:00Z"), Instant.parse("2026-10-25T01:45:00Z"));
    }

    @Test
    void given_what_is_no_interval_then_it_is_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new OpenInterval(600, 600));
        assertThatIllegalArgumentException().isThrownBy(() -> new OpenInterval(-1, 600));
        assertThatIllegalArgumentException().isThrownBy(() -> new OpenInterval(600, 1441));
        assertThatIllegalArgumentException().isThrownBy(() -> holiday("Backwards", "2026-12-26", "2026-12-25"));
    }

    @Test
    void given_two_thousand_holidays_then_a_decision_takes_microseconds() {
        var days = new ArrayList<SpecialDay>();
        for (int i = 0; i < 2000; i++) {
            days.add(new SpecialDay("Holiday " + i, true, day("2026-01-01").plusDays(i * 3L), day("2026-01-01").plusDays(i * 3L + i % 5), null));
        }
        var hours = new OpeningHours(BERLIN, OFFICE, days, null);
        var begin = local(BERLIN, "2026-01-01T00:00:00");
        long open = 0;
        var started = 0L;
        for (int i = 0; i < 400_000; i++) {
            if (i == 200_000) {
                started = System.nanoTime();
            }
            open += hours.at(begin.plusSeconds(i * 600L)).open() ? 1 : 0;
        }
        var each = Duration.ofNanos((System.nanoTime() - started) / 200_000);
        assertThat(open).isPositive();
        assertThat(each).isLessThan(Duration.ofNanos(20_000));
    }

    private static OpenInterval interval(String opens, String closes) {
        return new OpenInterval(minutes(opens), minutes(closes));
    }

    private static int minutes(String clock) {
        return Integer.parseInt(clock.substring(0, 2)) * 60 + Integer.parseInt(clock.substring(3));
    }

    private static SpecialDay holiday(String name, String first, String last) {
        return new SpecialDay(name, true, day(first), day(last), null);
    }

    private static LocalDate day(String date) {
        return LocalDate.parse(date);
    }

    private static Instant seoul(String local) {
        return local(SEOUL, local);
    }

    private static Instant local(ZoneId zone, String local) {
        return LocalDateTime.parse(local).atZone(zone).toInstant();
    }
}
