package org.switchboard.telephony.cdr;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Between whom a call was. */
public enum CallDirection {

    /** Between extensions of one company. */
    INTERNAL,

    /** From outside. */
    INBOUND,

    /** To outside. */
    OUTBOUND;

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
    public static CallDirection of(String value) {
        return valueOf(value.toUpperCase(Locale.ROOT));
    }
}
