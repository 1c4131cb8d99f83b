package org.switchboard.telephony.distribution;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Which of the free agents of a tier is asked. Whoever the caller has not tried yet goes first whatever the strategy. */
public enum Strategy {
    /** All of them at once; the first to answer has the caller. */
    RING_ALL,
    /** Whose last talk, or else signing in, is longest ago. */
    LONGEST_IDLE,
    /** Whom this queue asked longest ago, so that all have their turn. */
    ROUND_ROBIN,
    /** Who had the fewest talks today; of equals the longest idle. */
    FEWEST_CALLS,
    /** Anyone, drawn for each offer. */
    RANDOM,
    /** Always the first in the order of their positions. */
    IN_ORDER,
    /** Who is best at what the queue demands, by the sum of the levels; of equals the longest idle. */
    SKILLS;

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
    public static Strategy of(String value) {
        return valueOf(value.toUpperCase(Locale.ROOT));
    }
}
