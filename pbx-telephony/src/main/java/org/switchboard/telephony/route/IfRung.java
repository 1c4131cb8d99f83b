package org.switchboard.telephony.route;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What a question takes those to do whom the call rings. */
public enum IfRung {
    /** The first who is rung takes the call; in a queue an agent does in the end. */
    ANSWERED,
    /** Nobody takes it in time; a queue is left when the caller has waited as long as anybody may there. */
    NO_ANSWER,
    /** Everybody is on the phone; a queue that can be full is. */
    BUSY,
    /** Nobody's phone is connected; a queue that asks for agents has none. */
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
