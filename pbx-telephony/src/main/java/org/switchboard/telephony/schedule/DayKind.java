package org.switchboard.telephony.schedule;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How a day differs from the week. */
public enum DayKind {
    /** Closed, and callers hear of the holiday. */
    HOLIDAY,
    /** A day with hours of its own, or closed without being a holiday. */
    EXCEPTION;

    /**
     * As it is stored and as the API spells it.
     *
     * @return the name in small letters
     */
    @JsonValue
    public String value() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Reads what {@link #value()} wrote.
     *
     * @param value the name in small letters
     * @return the kind
     */
    public static DayKind of(String value) {
        return valueOf(value.toUpperCase(Locale.ROOT));
    }
}
