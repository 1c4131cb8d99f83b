package org.switchboard.telephony.cdr;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How a call ended, seen from the caller. */
public enum Disposition {

    /** Somebody, or a service, took the call. */
    ANSWERED,

    /** The one called was on the phone, or declined. */
    BUSY,

    /** It rang until the time was up. */
    NO_ANSWER,

    /** The caller hung up before anybody answered. */
    CANCELLED,

    /** The one called has no phone connected. */
    NOT_REGISTERED,

    /** Nothing is at the number. */
    UNKNOWN_NUMBER,

    /** The caller may not call there. */
    FORBIDDEN,

    /** A fault, or a limit that was reached. */
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
    public static Disposition of(String value) {
        return valueOf(value.toUpperCase(Locale.ROOT));
    }
}
