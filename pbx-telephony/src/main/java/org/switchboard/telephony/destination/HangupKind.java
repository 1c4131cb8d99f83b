package org.switchboard.telephony.destination;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How a call is hung up on purpose; the numbers are causes of ITU-T Q.850, from which Asterisk makes the SIP code. */
public enum HangupKind {
    /** As after any talk. */
    NORMAL(16),
    /** The caller's phone plays its busy tone: 486. */
    BUSY(17),
    /** Nobody is there now: 480. */
    UNAVAILABLE(20),
    /** The caller is not wanted: 403. */
    REJECTED(21),
    /** As though the number did not exist: 404. */
    NOT_FOUND(1);

    private final int cause;

    HangupKind(int cause) {
        this.cause = cause;
    }

    /**
     * The cause.
     *
     * @return a number of Q.850
     */
    public int cause() {
        return cause;
    }

    /**
     * The word in the database and the API.
     *
     * @return the name in lower case
     */
    public String value() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Finds one by its word.
     *
     * @param value any text; null is none
     * @return empty when it is none of the words
     */
    public static Optional<HangupKind> of(String value) {
        return Arrays.stream(values()).filter(kind -> kind.value().equals(value)).findFirst();
    }
}
