package org.switchboard.telephony.distribution;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Which agents there must be for callers to come into a queue, or to stay in it. Agents who could never take its callers do not count. */
public enum Presence {
    /** None. */
    ALWAYS,
    /** One who is signed in, be he paused or talking. */
    SIGNED_IN,
    /** One who is signed in and not paused, be he talking. */
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
    public static Presence of(String value) {
        return valueOf(value.toUpperCase(Locale.ROOT));
    }
}
