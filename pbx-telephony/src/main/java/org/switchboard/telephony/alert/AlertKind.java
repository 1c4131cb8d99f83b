package org.switchboard.telephony.alert;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What a queue can raise an alert about. */
public enum AlertKind {
    /** More callers wait than the queue's bound. */
    WAITING,
    /** Somebody waits longer than the queue's bound. */
    WAIT,
    /** Today's service level is under its target. */
    SERVICE_LEVEL,
    /** A caller hung up while waiting. */
    ABANDONED;

    /**
     * The word in the database, the API and the message files.
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
    public static AlertKind of(String value) {
        return valueOf(value.toUpperCase(Locale.ROOT));
    }
}
