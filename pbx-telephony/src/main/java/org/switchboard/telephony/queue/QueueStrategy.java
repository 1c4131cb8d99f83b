package org.switchboard.telephony.queue;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Which of the free agents is asked to take a caller. */
public enum QueueStrategy {
    /** All of them together; who answers first has the caller. */
    RING_ALL,
    /** Whose last talk ended longest ago. */
    LONGEST_IDLE,
    /** One after the other in their order, each caller beginning with the next agent. */
    ROUND_ROBIN,
    /** Who has had the fewest talks today. */
    FEWEST_CALLS,
    /** Drawn anew for each offer. */
    RANDOM,
    /** Always the first in the queue's own order. */
    IN_ORDER,
    /** Who is best at what the queue asks for. */
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
    public static QueueStrategy of(String value) {
        return valueOf(value.toUpperCase(Locale.ROOT));
    }
}
