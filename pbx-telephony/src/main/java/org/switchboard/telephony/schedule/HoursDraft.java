package org.switchboard.telephony.schedule;

import jakarta.validation.constraints.NotNull;
import org.switchboard.telephony.hours.WeeklyHours;
import org.switchboard.telephony.input.Text;

/**
 * One row of the weekly hours as somebody wants it.
 *
 * @param day    on which day of the week
 * @param opens  {@code 09:00}
 * @param closes {@code 18:00}, up to {@code 24:00}; after {@code opens}
 */
public record HoursDraft(@NotNull(message = "{invalid.schedule.weekday}") Weekday day, String opens, String closes) {

    /** Takes blanks off both ends. */
    public HoursDraft {
        opens = Text.stripped(opens);
        closes = Text.stripped(closes);
    }

    /**
     * A row as it can be edited.
     *
     * @param row the row
     * @return a draft
     */
    public static HoursDraft of(WeeklyHours row) {
        return new HoursDraft(Weekday.of(row.day()), row.hours().from(), row.hours().to());
    }
}
