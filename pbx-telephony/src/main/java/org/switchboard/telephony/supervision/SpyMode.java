package org.switchboard.telephony.supervision;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a supervisor does at a talk. Each is an extension of the dialplan's context {@code pbx-spy}, named by {@link #key()}. */
public enum SpyMode {
    /** Hears both, and nobody hears him. */
    LISTEN('4'),
    /** Hears both, and the agent alone hears him. */
    WHISPER('5'),
    /** All three hear each other. */
    BARGE('6'),
    /** Talks to the customer in the agent's place. */
    TAKE_OVER('7');

    private final char digit;

    SpyMode(char digit) {
        this.digit = digit;
    }

    /**
     * The key that changes to it on the supervisor's phone.
     *
     * @return a digit
     */
    public char digit() {
        return digit;
    }

    /**
     * The word for it in the database, the API and the dialplan.
     *
     * @return the name in lower case
     */
    @JsonValue
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Finds it by its word.
     *
     * @param key any text
     * @return empty when it is none of the words
     */
    public static Optional<SpyMode> of(String key) {
        return Arrays.stream(values()).filter(mode -> mode.key().equals(key)).findFirst();
    }
}
