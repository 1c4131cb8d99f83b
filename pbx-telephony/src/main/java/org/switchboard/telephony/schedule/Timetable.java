package org.switchboard.telephony.schedule;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.switchboard.telephony.hours.OpenInterval;
import org.switchboard.telephony.hours.SpecialDay;
import org.switchboard.telephony.hours.WeeklyHours;
import org.switchboard.telephony.input.FieldProblem;
import org.switchboard.telephony.input.InvalidInput;

/**
 * The rows of a draft as hours and days that make sense together.
 *
 * @param hours the weekly hours
 * @param days  the holidays and exceptions
 */
record Timetable(List<WeeklyHours> hours, List<SpecialDay> days) {

    /** Most days that a holiday or an exception lasts. */
    static final int MAX_LENGTH = 366;

    /**
     * Checks the rows one by one and against each other.
     *
     * @param draft a draft whose fields are checked already
     * @return the rows
     * @throws InvalidInput naming each row that cannot be, counted from 0 as in JSON
     */
    static Timetable of(ScheduleDraft draft) {
        var problems = new ArrayList<FieldProblem>();
        var hours = hours(draft.hours(), problems);
        var days = days(draft.days(), problems);
        if (!problems.isEmpty()) {
            throw new InvalidInput(problems);
        }
        return new Timetable(hours, days);
    }

    private static List<WeeklyHours> hours(List<HoursDraft> drafts, List<FieldProblem> problems) {
        var rows = new ArrayList<WeeklyHours>();
        for (int i = 0; i < drafts.size(); i++) {
            var draft = drafts.get(i);
            var interval = interval("hours[" + i + "]", draft.opens(), draft.closes(), problems);
            if (interval.isEmpty()) {
                continue;
            }
            var row = new WeeklyHours(draft.day().day(), interval.get());
            var field = "hours[" + i + "].opens";
            var other = rows.stream().filter(before -> before.day() == row.day() && before.hours().overlaps(row.hours())).findFirst();
            other.ifPresent(before -> problems.add(overlap(field, before.hours())));
            rows.add(row);
        }
        return rows;
    }

    private static List<SpecialDay> days(List<DayDraft> drafts, List<FieldProblem> problems) {
        var rows = new ArrayList<SpecialDay>();
        for (int i = 0; i < drafts.size(); i++) {
            day("days[" + i + "]", drafts.get(i), rows, problems).ifPresent(rows::add);
        }
        return rows;
    }

    private static Optional<SpecialDay> day(String field, DayDraft draft, List<SpecialDay> before, List<FieldProblem> problems) {
        if (draft.lastDay().isBefore(draft.firstDay()) || ChronoUnit.DAYS.between(draft.firstDay(), draft.lastDay()) >= MAX_LENGTH) {
            problems.add(new FieldProblem(field + ".lastDay", "invalid.schedule.lastDay"));
            return Optional.empty();
        }
        if (draft.firstDay().getYear() < 2000 || draft.lastDay().getYear() > 2199) {
            problems.add(new FieldProblem(field + ".firstDay", "invalid.schedule.date"));
            return Optional.empty();
        }
        boolean holiday = draft.kind() == DayKind.HOLIDAY;
        if (draft.opens() == null && draft.closes() == null) {
            var day = new SpecialDay(draft.name(), holiday, draft.firstDay(), draft.lastDay(), null);
            return contradiction(field, day, before, problems) ? Optional.empty() : Optional.of(day);
        }
        if (holiday) {
            problems.add(new FieldProblem(field + ".opens", "invalid.schedule.holidayHours"));
            return Optional.empty();
        }
        return interval(field, draft.opens(), draft.closes(), problems)
                .map(hours -> new SpecialDay(draft.name(), false, draft.firstDay(), draft.lastDay(), hours))
                .filter(day -> !contradiction(field, day, before, problems));
    }

    /** Two exceptions for one day go together when both have hours and these do not overlap. */
    private static boolean contradiction(String field, SpecialDay day, List<SpecialDay> before, List<FieldProblem> problems) {
        var other = day.holiday() ? Optional.<SpecialDay>empty() : before.stream().filter(row -> !row.holiday()
                && !row.first().isAfter(day.last()) && !day.first().isAfter(row.last())
                && (row.hours() == null || day.hours() == null || row.hours().overlaps(day.hours()))).findFirst();
        other.ifPresent(row -> problems.add(new FieldProblem(field + ".firstDay", "invalid.schedule.dayTwice", List.of(row.name()))));
        return other.isPresent();
    }

    private static Optional<OpenInterval> interval(String field, String opens, String closes, List<FieldProblem> problems) {
        var from = Clocks.minutes(opens);
        var to = Clocks.minutes(closes);
        if (from.isEmpty() || from.get() == OpenInterval.END_OF_DAY) {
            problems.add(new FieldProblem(field + ".opens", "invalid.schedule.opens"));
        } else if (to.isEmpty()) {
            problems.add(new FieldProblem(field + ".closes", "invalid.schedule.closes"));
        } else if (to.get() <= from.get()) {
            problems.add(new FieldProblem(field + ".closes", "invalid.schedule.reversed"));
        } else {
            return Optional.of(new OpenInterval(from.get(), to.get()));
        }
        return Optional.empty();
    }

    private static FieldProblem overlap(String field, OpenInterval before) {
        return new FieldProblem(field, "invalid.schedule.overlap", List.of(before.from(), before.to()));
    }
}
