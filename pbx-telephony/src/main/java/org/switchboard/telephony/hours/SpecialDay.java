package org.switchboard.telephony.hours;

import java.time.LocalDate;
import java.util.Objects;

/**
 * Days that differ from the week.
 *
 * @param name    what people call it: "Christmas", "Inventory"
 * @param holiday true for a holiday, false for an exception, whose hours replace those of the day
 * @param first   the first day
 * @param last    the last day, the same for a single one
 * @param hours   an exception's hours on each of these days; null for a holiday and for an exception that is closed all day.
 *                Several rows for one day add up
 */
public record SpecialDay(String name, boolean holiday, LocalDate first, LocalDate last, OpenInterval hours) {

    /** Refuses days in the wrong order, and a holiday with hours: such a day is an exception. */
    public SpecialDay {
        Objects.requireNonNull(name);
        if (last.isBefore(first)) {
            throw new IllegalArgumentException("the last day is before the first: " + first + " to " + last);
        }
        if (holiday && hours != null) {
            throw new IllegalArgumentException("a holiday has no hours");
        }
    }
}
