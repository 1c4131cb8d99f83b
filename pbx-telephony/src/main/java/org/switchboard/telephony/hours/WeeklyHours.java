package org.switchboard.telephony.hours;

import java.time.DayOfWeek;
import java.util.Objects;

/**
 * One row of the weekly hours.
 *
 * @param day   on which day of the week
 * @param hours from when to when
 */
public record WeeklyHours(DayOfWeek day, OpenInterval hours) {

    /** Refuses nulls. */
    public WeeklyHours {
        Objects.requireNonNull(day);
        Objects.requireNonNull(hours);
    }
}
