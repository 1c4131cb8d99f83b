package org.switchboard.telephony.cdr;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What a leg goes through. */
public enum LegEventKind {

    /** The caller's phone sent the call. */
    STARTED,

    /** The phone began to be called. */
    RANG,

    /** The phone was taken off hook. */
    ANSWERED,

    /** The leg was joined with another; the detail is that one's number and name. */
    TALKING,

    /** The other left; nobody is heard. */
    ALONE,

    /** The leg hears music: the other put it on hold. */
    HELD,

    /** The hold ended. */
    RESUMED,

    /** This leg sent the call elsewhere; the detail is the number. */
    TRANSFERRED,

    /** The leg ended. */
    HUNG_UP;

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
    public static LegEventKind of(String value) {
        return valueOf(value.toUpperCase(Locale.ROOT));
    }
}
