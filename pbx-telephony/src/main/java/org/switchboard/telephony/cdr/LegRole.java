package org.switchboard.telephony.cdr;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Which side of a call a leg is. */
public enum LegRole {

    /** The one who made the call. */
    CALLER,

    /** One who was called. */
    CALLEE;

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
    public static LegRole of(String value) {
        return valueOf(value.toUpperCase(Locale.ROOT));
    }
}
