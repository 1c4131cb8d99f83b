package org.switchboard.telephony.ringgroup;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** In which order the members of a ring group ring. */
public enum RingStrategy {
    /** All together, some of them later when they have a delay. */
    RING_ALL,
    /** One after the other, always from the first. */
    IN_ORDER,
    /** One after the other, each call beginning with the next member. */
    ROUND_ROBIN,
    /** One after the other, in an order that is drawn for each call. */
    RANDOM,
    /** One after the other, beginning with whose last talk is longest ago. */
    LEAST_RECENT;

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
    public static RingStrategy of(String value) {
        return valueOf(value.toUpperCase(Locale.ROOT));
    }
}
