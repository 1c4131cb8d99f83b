package org.switchboard.telephony.cdr;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How one phone's part in a call ended. */
public enum LegOutcome {

    /** The phone took the call, or made it. */
    ANSWERED,

    /** It rang, and another phone took the call: nothing was missed. */
    ANSWERED_ELSEWHERE,

    /** It was busy, or its user declined. */
    BUSY,

    /** It rang until the time was up. */
    NO_ANSWER,

    /** The caller hung up while it rang. */
    CANCELLED,

    /** It was not connected. */
    NOT_REGISTERED,

    /** It could not be reached for another reason. */
    FAILED;

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
    public static LegOutcome of(String value) {
        return valueOf(value.toUpperCase(Locale.ROOT));
    }
}
