package org.switchboard.telephony.schedule;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.switchboard.telephony.hours.OpenInterval;
import org.switchboard.telephony.input.InvalidInput;

/**
 * "We close at noon tomorrow": an exception with that day's usual hours, cut off at a time.
 *
 * @param date   the day
 * @param closes from when it is closed, {@code 12:00}
 * @param name   what the exception is called
 */
public record EarlyClosing(LocalDate date, String closes, String name) {

    /**
     * Makes the exception; it takes the place of another one for this day alone.
     *
     * @param schedule the schedule as it is
     * @param today    its settings
     * @return the wanted settings
     * @throws InvalidInput when the date or the time is none, or it would not be open after that time anyway
     */
    public ScheduleDraft apply(Schedule schedule, ScheduleDraft today) {
        if (date == null) {
            throw new InvalidInput("date", "invalid.schedule.date");
        }
        int end = Clocks.minutes(closes).orElseThrow(() -> new InvalidInput("closes", "invalid.schedule.closes"));
        var usual = schedule.openingHours().on(date).hours().stream().map(row -> row.interval()).toList();
        if (usual.stream().noneMatch(interval -> interval.closes() > end)) {
            throw new InvalidInput("closes", "invalid.schedule.closedAnyway");
        }
        List<DayDraft> days = new ArrayList<>(today.days());
        days.removeIf(day -> day.kind() == DayKind.EXCEPTION && day.firstDay().equals(date) && day.lastDay().equals(date));
        int before = days.size();
        usual.stream().filter(interval -> interval.opens() < end)
                .map(interval -> new OpenInterval(interval.opens(), Math.min(end, interval.closes())))
                .map(interval -> new DayDraft(DayKind.EXCEPTION, name, date, date, interval.from(), interval.to())).forEach(days::add);
        if (days.size() == before) {
            days.add(new DayDraft(DayKind.EXCEPTION, name, date, date, null, null));
        }
        return today.withDays(days);
    }
}
