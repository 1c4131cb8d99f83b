package org.switchboard.telephony.schedule.ical;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.switchboard.telephony.hours.SpecialDay;

/** Calendars as the world exports them, and what is no calendar. */
class CalendarReaderTest {

    private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");
    private static final LocalDate FROM = LocalDate.of(2026, 11, 1);
    private static final LocalDate UNTIL = LocalDate.of(2028, 11, 23);

    @Test
    void given_korean_holidays_with_lunar_dates_then_each_is_a_holiday_with_its_name() throws CalendarProblem {
        assertThat(read(calendar(
                wholeDay("20270206", "20270209", "설날 연휴"), wholeDay("20270209", "20270210", "대체공휴일 설날"),
                wholeDay("20270914", "20270917", "추석"), wholeDay("20261225", "20261226", "기독탄신일"),
                wholeDay("20200101", "20200102", "신정"))))
                .extracting(SpecialDay::name, SpecialDay::first, SpecialDay::last)
                .containsExactly(tuple("기독탄신일", day("2026-12-25"), day("2026-12-25")),
                        tuple("설날 연휴", day("2027-02-06"), day("2027-02-08")),
                        tuple("대체공휴일 설날", day("2027-02-09"), day("2027-02-09")),
                        tuple("추석", day("2027-09-14"), day("2027-09-16")));
    }

    @Test
    void given_a_byte_order_mark_bare_line_feeds_and_lines_folded_within_a_letter_then_it_is_read() throws CalendarProblem {
        byte[] plain = calendar(wholeDay("20261225", "20261226", "기독탄신일")).replace("\r\n", "\n").getBytes(StandardCharsets.UTF_8);
        int letter = new String(plain, StandardCharsets.ISO_8859_1).indexOf("SUMMARY:") + "SUMMARY:".length() + 1;
        var file = new ByteArrayOutputStream();
        file.writeBytes(new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF});
        file.write(plain, 0, letter);
        file.writeBytes("\n ".getBytes(StandardCharsets.UTF_8));
        file.write(plain, letter, plain.length - letter);
        assertThat(new CalendarReader().read(file.toByteArray(), SEOUL, FROM, UNTIL)).extracting(SpecialDay::name).containsExactly("기독탄신일");
        byte[] wide = ("\uFEFF" + calendar(wholeDay("20261225", "20261226", "성탄절"))).getBytes(StandardCharsets.UTF_16LE);
        assertThat(new CalendarReader().read(wide, SEOUL, FROM, UNTIL)).extracting(SpecialDay::name).containsExactly("성탄절");
    }

    @Test
    void given_outlook_s_own_time_zone_then_the_days_are_those_of_the_schedule() throws CalendarProblem {
        String pacific = """
                BEGIN:VTIMEZONE
                TZID:Pacific Standard Time
                BEGIN:STANDARD
                DTSTART:16010101T020000
                RRULE:FREQ=YEARLY;BYDAY=1SU;BYMONTH=11
                TZOFFSETFROM:-0700
                TZOFFSETTO:-0800
                END:STANDARD
                BEGIN:DAYLIGHT
                DTSTART:16010101T020000
                RRULE:FREQ=YEARLY;BYDAY=2SU;BYMONTH=3
                TZOFFSETFROM:-0800
                TZOFFSETTO:-0700
                END:DAYLIGHT
                END:VTIMEZONE
                """;
        String event = """
                BEGIN:VEVENT
                UID:outlook-1
                DTSTAMP:20260101T000000Z
                DTSTART;TZID="Pacific Standard Time":20261127T180000
                DTEND;TZID="Pacific Standard Time":20261127T200000
                SUMMARY;LANGUAGE=en-us:Offsite
                X-MICROSOFT-CDO-BUSYSTATUS:OOF
                X-ALT-DESC;FMTTYPE=text/html:<html>\\n</html>
                END:VEVENT
                """;
        // 18:00 there is 11:00 of the next day in Seoul.
        assertThat(read(calendar(pacific, event))).containsExactly(holiday("Offsite", "2026-11-28", "2026-11-28"));
        assertThat(new CalendarReader().read(calendar(pacific, event).getBytes(StandardCharsets.UTF_8), ZoneId.of("America/Los_Angeles"), FROM, UNTIL))
                .containsExactly(holiday("Offsite", "2026-11-27", "2026-11-27"));
    }

    @Test
    void given_times_that_float_or_are_utc_or_end_at_midnight_then_only_the_days_that_are_touched() throws CalendarProblem {
        assertThat(read(calendar(event("a", "DTSTART:20261201T090000", "DTEND:20261202T000000", "SUMMARY:Floating"),
                event("b", "DTSTART:20261203T150000Z", "DTEND:20261203T160000Z", "SUMMARY:UTC"),
                event("c", "DTSTART:20261205T230000", "DURATION:PT2H", "SUMMARY:Lasting"),
                event("d", "DTSTART;VALUE=DATE:20261210", "SUMMARY:No end"))))
                .containsExactly(holiday("Floating", "2026-12-01", "2026-12-01"), holiday("UTC", "2026-12-04", "2026-12-04"),
                        holiday("Lasting", "2026-12-05", "2026-12-06"), holiday("No end", "2026-12-10", "2026-12-10"));
    }

    @Test
    void given_an_event_that_repeats_then_two_years_of_it_without_its_exceptions() throws CalendarProblem {
        assertThat(read(calendar(event("y", "DTSTART;VALUE=DATE:20151225", "DTEND;VALUE=DATE:20151227", "RRULE:FREQ=YEARLY", "SUMMARY:Christmas"))))
                .containsExactly(holiday("Christmas", "2026-12-25", "2026-12-26"), holiday("Christmas", "2027-12-25", "2027-12-26"));
        assertThat(read(calendar(event("f", "DTSTART;TZID=Asia/Seoul:20261106T090000", "DTEND;TZID=Asia/Seoul:20261106T180000",
                "RRULE:FREQ=MONTHLY;BYDAY=1FR;UNTIL=20270305T000000Z", "EXDATE;TZID=Asia/Seoul:20270101T090000", "SUMMARY:Maintenance"))))
                .extracting(SpecialDay::first).containsExactly(day("2026-11-06"), day("2026-12-04"), day("2027-02-05"), day("2027-03-05"));
        assertThat(read(calendar(event("c", "DTSTART;VALUE=DATE:20261201", "RRULE:FREQ=WEEKLY;COUNT=3", "RDATE;VALUE=DATE:20261231", "SUMMARY:Count"))))
                .extracting(SpecialDay::first).containsExactly(day("2026-12-01"), day("2026-12-08"), day("2026-12-15"), day("2026-12-31"));
    }

    @Test
    void given_one_day_of_a_series_that_moved_and_one_that_was_cancelled_then_they_are_where_they_moved() throws CalendarProblem {
        assertThat(read(calendar(
                event("s", "DTSTART;VALUE=DATE:20261201", "RRULE:FREQ=WEEKLY;COUNT=3", "SUMMARY:Closed"),
                event("s", "RECURRENCE-ID;VALUE=DATE:20261208", "DTSTART;VALUE=DATE:20261209", "SUMMARY:Closed, moved"),
                event("s", "RECURRENCE-ID;VALUE=DATE:20261215", "DTSTART;VALUE=DATE:20261215", "STATUS:CANCELLED", "SUMMARY:Closed"))))
                .containsExactly(holiday("Closed", "2026-12-01", "2026-12-01"), holiday("Closed, moved", "2026-12-09", "2026-12-09"));
    }

    @Test
    void given_an_event_of_many_years_then_it_is_cut_to_what_matters_and_to_a_year() throws CalendarProblem {
        var days = read(calendar(wholeDay("20200101", "20400101", "Long")));
        assertThat(days).extracting(SpecialDay::first).containsExactly(FROM, FROM.plusDays(366), FROM.plusDays(732));
        assertThat(days.getLast().last()).isEqualTo(UNTIL);
    }

    @Test
    void given_a_time_zone_that_names_an_address_then_nothing_is_fetched_from_there() throws CalendarProblem {
        String zone = """
                BEGIN:VTIMEZONE
                TZID:Asia/Seoul
                TZURL:http://127.0.0.1:21401/zone.ics
                BEGIN:STANDARD
                DTSTART:19700101T000000
                TZOFFSETFROM:+0900
                TZOFFSETTO:+0900
                END:STANDARD
                END:VTIMEZONE
                """;
        assertThat(read(calendar(zone, event("z", "DTSTART;TZID=Asia/Seoul:20261201T090000", "DTEND;TZID=Asia/Seoul:20261201T100000", "SUMMARY:Zoned"))))
                .containsExactly(holiday("Zoned", "2026-12-01", "2026-12-01"));
    }

    @Test
    void given_names_with_escapes_control_letters_and_great_length_then_they_are_one_line() throws CalendarProblem {
        assertThat(read(calendar(event("n", "DTSTART;VALUE=DATE:20261201", "SUMMARY:One\\, two\\nthree <b>"),
                event("o", "DTSTART;VALUE=DATE:20261202", "SUMMARY:" + "가".repeat(300)), event("p", "DTSTART;VALUE=DATE:20261203"))))
                .extracting(SpecialDay::name).containsExactly("One, two three <b>", "가".repeat(100), "–");
    }

    @Test
    void given_a_zone_that_nobody_knows_then_the_clock_is_taken_for_the_schedule_s_own() throws CalendarProblem {
        assertThat(read(calendar(event("u", "DTSTART;TZID=Mars/Olympus:20261201T003000", "DTEND;TZID=Mars/Olympus:20261201T233000", "SUMMARY:Unknown"))))
                .containsExactly(holiday("Unknown", "2026-12-01", "2026-12-01"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "hello", "<html><body>Sign in</body></html>", "PK\u0003\u0004", "BEGIN:VCARD\r\nEND:VCARD\r\n"})
    void given_what_is_no_calendar_then_it_says_so(String file) {
        assertThatThrownBy(() -> read(file)).isInstanceOfSatisfying(CalendarProblem.class,
                problem -> assertThat(problem.code()).isEqualTo("invalid.ical.notCalendar"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"DTSTART:yesterday", "SUMMARY:No start", "DTSTART;VALUE=DATE:20261301", "DTSTART;VALUE=DATE:20261201\r\nRRULE:FREQ=SOMETIMES",
            "DTSTART;VALUE=DATE:20261201\r\nRRULE:FREQ=SECONDLY"})
    void given_an_event_that_makes_no_sense_then_it_is_refused_with_a_reason(String line) {
        assertThatThrownBy(() -> read(calendar(event("x", line)))).isInstanceOf(CalendarProblem.class);
    }

    @Test
    void given_a_file_that_breaks_off_then_it_is_refused() {
        String file = calendar(wholeDay("20261225", "20261226", "Christmas"));
        assertThatThrownBy(() -> read(file.substring(0, file.length() - 30))).isInstanceOf(CalendarProblem.class);
    }

    @Test
    void given_too_much_then_it_is_refused() {
        assertThatThrownBy(() -> new CalendarReader().read(new byte[CalendarReader.MAX_BYTES + 1], SEOUL, FROM, UNTIL))
                .isInstanceOfSatisfying(CalendarProblem.class, problem -> assertThat(problem.code()).isEqualTo("invalid.ical.size"));
        String[] many = new String[4];
        for (int i = 0; i < many.length; i++) {
            many[i] = event("m" + i, "DTSTART;VALUE=DATE:20200101", "RRULE:FREQ=DAILY", "SUMMARY:Daily " + i);
        }
        assertThatThrownBy(() -> read(calendar(many)))
                .isInstanceOfSatisfying(CalendarProblem.class, problem -> assertThat(problem.code()).isEqualTo("invalid.ical.tooMany"));
    }

    private static List<SpecialDay> read(String file) throws CalendarProblem {
        return new CalendarReader().read(file.getBytes(StandardCharsets.UTF_8), SEOUL, FROM, UNTIL);
    }

    private static String calendar(String... components) {
        return ("BEGIN:VCALENDAR\nPRODID:-//Test//EN\nVERSION:2.0\nX-WR-CALNAME:Holidays\n" + String.join("", components) + "END:VCALENDAR\n")
                .replaceAll("\r?\n", "\r\n");
    }

    private static String wholeDay(String first, String end, String name) {
        return event(name, "DTSTART;VALUE=DATE:" + first, "DTEND;VALUE=DATE:" + end, "SUMMARY:" + name, "TRANSP:TRANSPARENT");
    }

    private static String event(String uid, String... lines) {
        return "BEGIN:VEVENT\nUID:" + uid + "\nDTSTAMP:20260101T000000Z\n" + String.join("\n", lines) + "\nEND:VEVENT\n";
    }

    private static SpecialDay holiday(String name, String first, String last) {
        return new SpecialDay(name, true, day(first), day(last), null);
    }

    private static LocalDate day(String date) {
        return LocalDate.parse(date);
    }
}
