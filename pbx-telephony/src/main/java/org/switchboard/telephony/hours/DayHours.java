package org.switchboard.telephony.hours;

import java.util.List;

/**
 * What the timetable says of one day, the switch aside.
 *
 * @param kind  where its hours come from
 * @param name  the holiday's or the exception's name; empty for a day of the week
 * @param hours its hours in order; empty when closed all day
 */
public record DayHours(Kind kind, String name, List<NamedInterval> hours) {

    /** Where a day's hours come from, the strongest first. */
    public enum Kind {
        /** An exception's own hours. */
        EXCEPTION,
        /** A holiday. */
        HOLIDAY,
        /** The weekly hours. */
        WEEKLY
    }

    /**
     * An interval and what it belongs to.
     *
     * @param interval from when to when
     * @param name     the exception's name; empty for weekly hours
     */
    public record NamedInterval(OpenInterval interval, String name) {
    }

    /** Keeps an unchangeable copy of the hours. */
    public DayHours {
        hours = List.copyOf(hours);
    }

    HoursState at(int minute) {
        for (var row : hours) {
            var interval = row.interval();
            if (interval.contains(minute)) {
                return kind == Kind.EXCEPTION
                        ? new HoursState(HoursStatus.OPEN, HoursState.EXCEPTION_OPEN, row.name(), interval.from(), interval.to())
                        : new HoursState(HoursStatus.OPEN, HoursState.WEEKLY_OPEN, interval.from(), interval.to());
            }
        }
        return switch (kind) {
            case EXCEPTION -> new HoursState(HoursStatus.CLOSED, HoursState.EXCEPTION_CLOSED, name);
            case HOLIDAY -> new HoursState(HoursStatus.HOLIDAY, HoursState.HOLIDAY, name);
            case WEEKLY -> new HoursState(HoursStatus.CLOSED, HoursState.WEEKLY_CLOSED);
        };
    }
}
