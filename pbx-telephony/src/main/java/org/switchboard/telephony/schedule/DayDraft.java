package org.switchboard.telephony.schedule;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.switchboard.telephony.hours.SpecialDay;
import org.switchboard.telephony.input.Text;

/**
 * A holiday or an exception as somebody wants it.
 *
 * @param kind     which of the two; null means a holiday
 * @param name     1 to 100 characters on one line
 * @param firstDay its first day
 * @param lastDay  its last day; null means the same as the first
 * @param opens    an exception's begin, {@code 09:00}; null for a holiday and for an exception that is closed all day
 * @param closes   an exception's end, {@code 12:00}; null as {@code opens}
 */
public record DayDraft(
        DayKind kind,
        @NotNull(message = "{invalid.schedule.dayName}") @Size(min = 1, max = 100, message = "{invalid.schedule.dayName}")
        @Pattern(regexp = Text.ONE_LINE, message = "{invalid.name.characters}") String name,
        @NotNull(message = "{invalid.schedule.date}") LocalDate firstDay,
        LocalDate lastDay, String opens, String closes) {

    /** Takes blanks off both ends and fills in the defaults. */
    public DayDraft {
        kind = kind == null ? DayKind.HOLIDAY : kind;
        name = Text.stripped(name);
        lastDay = lastDay == null ? firstDay : lastDay;
        opens = opens == null || opens.isBlank() ? null : opens.strip();
        closes = closes == null || closes.isBlank() ? null : closes.strip();
    }

    /**
     * A day as it can be edited.
     *
     * @param day the day
     * @return a draft
     */
    public static DayDraft of(SpecialDay day) {
        return new DayDraft(day.holiday() ? DayKind.HOLIDAY : DayKind.EXCEPTION, day.name(), day.first(), day.last(),
                day.hours() == null ? null : day.hours().from(), day.hours() == null ? null : day.hours().to());
    }
}
