package org.switchboard.telephony.schedule;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** The day/night switch. */
public enum SwitchPosition {
    /** The timetable decides. */
    NONE,
    /** Open, whatever the timetable says. */
    OPEN,
    /** Closed, whatever the timetable says. */
    CLOSED;

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
     * @return the position
     */
    public static SwitchPosition of(String value) {
        return valueOf(value.toUpperCase(Locale.ROOT));
    }
}
