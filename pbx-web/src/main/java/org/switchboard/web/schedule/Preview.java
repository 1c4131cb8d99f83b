package org.switchboard.web.schedule;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.switchboard.telephony.hours.DayHours;
import org.switchboard.telephony.hours.OpeningHours;

/** The next weeks as a calendar: what the timetable says of each day. */
final class Preview {

    private static final int WEEKS = 8;

    private Preview() {
    }

    /**
     * A day of the calendar.
     *
     * @param date  which
     * @param kind  {@code open}, {@code closed}, {@code holiday} or {@code exception}
     * @param name  the holiday's or the exception's name; empty for a day of the week
     * @param hours {@code 09:00–18:00}, in order; empty when closed all day
     * @param past  whether it is before today
     * @param today whether it is today
     */
    record Day(LocalDate date, String kind, String name, List<String> hours, boolean past, boolean today) {
    }

    /**
     * The calendar.
     *
     * @param hours opening hours
     * @param today the day from which it begins, with the Monday of its week
     * @return weeks of seven days
     */
    static List<List<Day>> of(OpeningHours hours, LocalDate today) {
        LocalDate monday = today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        List<List<Day>> weeks = new ArrayList<>();
        for (int week = 0; week < WEEKS; week++) {
            LocalDate first = monday.plusWeeks(week);
            weeks.add(first.datesUntil(first.plusDays(7)).map(date -> day(date, hours.on(date), today)).toList());
        }
        return weeks;
    }

    private static Day day(LocalDate date, DayHours day, LocalDate today) {
        List<String> hours = day.hours().stream().map(row -> row.interval().from() + "–" + row.interval().to()).toList();
        String kind = switch (day.kind()) {
            case EXCEPTION, HOLIDAY -> day.kind().name().toLowerCase(Locale.ROOT);
            case WEEKLY -> hours.isEmpty() ? "closed" : "open";
        };
        return new Day(date, kind, day.name(), hours, date.isBefore(today), date.equals(today));
    }
}
