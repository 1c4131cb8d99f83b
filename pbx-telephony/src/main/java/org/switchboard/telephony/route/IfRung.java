package org.switchboard.telephony.route;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What a question takes those to do whom the call rings. */
public enum IfRung {
    /** The first who is rung takes the call. */
    ANSWERED,
    /** Nobody takes it in time. */
    NO_ANSWER,
    /** Everybody is on the phone. */
    BUSY,
    /** Nobody's phone is connected. */
    NOT_REGISTERED;

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
    public static IfRung of(String value) {
        return valueOf(value.toUpperCase(Locale.ROOT));
    }
}
