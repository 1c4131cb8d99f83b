package org.switchboard.telephony.schedule;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.DayOfWeek;
import java.util.Locale;

/** A day of the week, as the API and the pages spell it. */
public enum Weekday {
    /** The first day (ISO 8601). */
    MONDAY,
    /** The second day. */
    TUESDAY,
    /** The third day. */
    WEDNESDAY,
    /** The fourth day. */
    THURSDAY,
    /** The fifth day. */
    FRIDAY,
    /** The sixth day. */
    SATURDAY,
    /** The last day. */
    SUNDAY;

    /**
     * As the API spells it.
     *
     * @return the name in small letters
     */
    @JsonValue
    public String value() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The same in Java's own calendar.
     *
     * @return the day
     */
    public DayOfWeek day() {
        return DayOfWeek.of(ordinal() + 1);
    }

    /**
     * Finds one.
     *
     * @param day a day of Java's own calendar
     * @return the same day
     */
    public static Weekday of(DayOfWeek day) {
        return values()[day.getValue() - 1];
    }
}
