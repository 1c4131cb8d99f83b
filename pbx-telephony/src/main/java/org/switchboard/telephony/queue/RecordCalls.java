package org.switchboard.telephony.queue;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Whether the talks of a queue are recorded. */
public enum RecordCalls {
    /** Only where an agent or a supervisor asks for it. */
    NEVER,
    /** Every one of them. */
    ALWAYS;

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
    public static RecordCalls of(String value) {
        return valueOf(value.toUpperCase(Locale.ROOT));
    }
}
