package org.switchboard.telephony.hours;

import java.util.List;

/**
 * What opening hours say at a moment, and which rule decided.
 *
 * @param status open, closed or holiday; also the name of the schedule's exit
 * @param rule   key of the sentence that says which rule decided, in the words' files; one of the constants here
 * @param args   texts for the placeholders of that sentence, in order; times are local, {@code 09:00} or {@code 2026-11-24 12:00}
 */
public record HoursState(HoursStatus status, String rule, List<String> args) {

    /** Switched open until somebody switches back. */
    public static final String SWITCHED_OPEN = "hours.switchedOpen";
    /** Switched open until a time: its local date and time. */
    public static final String SWITCHED_OPEN_UNTIL = "hours.switchedOpenUntil";
    /** Switched closed until somebody switches back. */
    public static final String SWITCHED_CLOSED = "hours.switchedClosed";
    /** Switched closed until a time: its local date and time. */
    public static final String SWITCHED_CLOSED_UNTIL = "hours.switchedClosedUntil";
    /** Within the hours of an exception: its name, from, to. */
    public static final String EXCEPTION_OPEN = "hours.exceptionOpen";
    /** On the day of an exception and outside its hours: its name. */
    public static final String EXCEPTION_CLOSED = "hours.exceptionClosed";
    /** On a holiday: its name. */
    public static final String HOLIDAY = "hours.holiday";
    /** Within the weekly hours: from, to. */
    public static final String WEEKLY_OPEN = "hours.weeklyOpen";
    /** Outside the weekly hours. */
    public static final String WEEKLY_CLOSED = "hours.weeklyClosed";

    /** Keeps an unchangeable copy of the texts. */
    public HoursState {
        args = List.copyOf(args);
    }

    HoursState(HoursStatus status, String rule, String... args) {
        this(status, rule, List.of(args));
    }

    /**
     * Whether it is open.
     *
     * @return false when closed or on a holiday
     */
    public boolean open() {
        return status == HoursStatus.OPEN;
    }
}
