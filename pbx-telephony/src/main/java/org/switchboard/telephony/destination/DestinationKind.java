package org.switchboard.telephony.destination;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What a way out can lead to. */
public enum DestinationKind {
    /** A person's number inside the company. */
    EXTENSION,
    /** A menu (IVR). */
    MENU,
    /** Opening hours, which lead on by the time of day. */
    SCHEDULE,
    /** Several phones by a strategy. */
    RING_GROUP,
    /** A queue, in which callers wait for an agent. */
    QUEUE,
    /** A voicemail box. */
    VOICEMAIL,
    /** A prompt that is played to its end. */
    ANNOUNCEMENT,
    /** A number outside, in E.164 form. */
    OUTSIDE_NUMBER,
    /** The end of the call, with a cause. */
    HANGUP;

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
     * Whether it is a thing of its own, with a page, rather than a value.
     *
     * @return false for numbers outside and for the end of the call
     */
    public boolean isThing() {
        return this != OUTSIDE_NUMBER && this != HANGUP;
    }

    /**
     * Finds one by its word.
     *
     * @param value the word
     * @return the one that is meant
     * @throws IllegalArgumentException when there is none
     */
    public static DestinationKind of(String value) {
        return valueOf(value.toUpperCase(Locale.ROOT));
    }
}
