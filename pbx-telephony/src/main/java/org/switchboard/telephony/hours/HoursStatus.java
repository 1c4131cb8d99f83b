package org.switchboard.telephony.hours;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** What opening hours say at a moment. */
public enum HoursStatus {

    /** Somebody is there. */
    @JsonProperty("open")
    OPEN,

    /** Outside the hours of the day. */
    @JsonProperty("closed")
    CLOSED,

    /** A holiday; callers hear of it where the schedule leads holidays somewhere of their own. */
    @JsonProperty("holiday")
    HOLIDAY;

    /**
     * As it is stored, as the API spells it, and as the exit of a schedule is called.
     *
     * @return the name in small letters
     */
    public String value() {
        return name().toLowerCase(Locale.ROOT);
    }
}
