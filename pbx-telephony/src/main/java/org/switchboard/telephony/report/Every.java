package org.switchboard.telephony.report;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;

/** How often a report is mailed, which is also the period it is about. */
public enum Every {
    /** Each day, about the day before. */
    DAY,
    /** Each Monday, about the week before: weeks begin on Monday (ISO 8601). */
    WEEK,
    /** On the first of each month, about the month before. */
    MONTH;

    /**
     * The last day that begins a period and is not after a day: what lies before it has ended.
     *
     * @param day the day
     * @return the day, the Monday or the first of the month
     */
    public LocalDate begin(LocalDate day) {
        return switch (this) {
            case DAY -> day;
            case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            case MONTH -> day.withDayOfMonth(1);
        };
    }

    /**
     * The begin of the period before.
     *
     * @param begin the first day of a period
     * @return the first day of the one before it
     */
    public LocalDate before(LocalDate begin) {
        return switch (this) {
            case DAY -> begin.minusDays(1);
            case WEEK -> begin.minusWeeks(1);
            case MONTH -> begin.minusMonths(1);
        };
    }

    /**
     * The word in the database and the API.
     *
     * @return the name in lower case
     */
    @JsonValue
    public String value() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Finds one by its word.
     *
     * @param value the word
     * @return the one that is meant
     * @throws IllegalArgumentException when there is none
     */
    public static Every of(String value) {
        return valueOf(value.toUpperCase(Locale.ROOT));
    }
}
