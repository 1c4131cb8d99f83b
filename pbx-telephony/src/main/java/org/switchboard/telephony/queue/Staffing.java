package org.switchboard.telephony.queue;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How many agents a queue must have for somebody to wait in it. */
public enum Staffing {
    /** None: everybody may wait. */
    ALWAYS,
    /** One who is signed in, and may be talking or paused. */
    SIGNED_IN,
    /** One who is signed in and not paused. */
    AVAILABLE;

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
    public static Staffing of(String value) {
        return valueOf(value.toUpperCase(Locale.ROOT));
    }
}
