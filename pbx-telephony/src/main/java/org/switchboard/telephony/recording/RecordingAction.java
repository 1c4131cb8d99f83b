package org.switchboard.telephony.recording;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** What somebody can do about the recording of a talk that is on. */
public enum RecordingAction {

    /** Begins one. */
    @JsonProperty("start")
    START(RecordingState.OFF, RecordingState.ON, "invalid.recording.action.start"),

    /** Goes on with silence, while a card number is said for example. */
    @JsonProperty("pause")
    PAUSE(RecordingState.ON, RecordingState.PAUSED, "invalid.recording.action.pause"),

    /** Goes on with sound. */
    @JsonProperty("resume")
    RESUME(RecordingState.PAUSED, RecordingState.ON, "invalid.recording.action.resume"),

    /** Ends it; what was recorded is kept. */
    @JsonProperty("stop")
    STOP(null, RecordingState.OFF, "invalid.recording.action.stop");

    private final RecordingState from;
    private final RecordingState to;
    private final String impossible;

    RecordingAction(RecordingState from, RecordingState to, String impossible) {
        this.from = from;
        this.to = to;
        this.impossible = impossible;
    }

    /**
     * Whether it can be done.
     *
     * @param state what the recording does
     * @return true when it can
     */
    public boolean isPossible(RecordingState state) {
        return from == null ? state != to : state == from;
    }

    /**
     * What the recording does afterwards.
     *
     * @return the state
     */
    public RecordingState leadsTo() {
        return to;
    }

    /** Key of the sentence that says why it cannot be done. */
    String impossible() {
        return impossible;
    }

    /**
     * As the API and the words spell it.
     *
     * @return the name in small letters
     */
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
    public static RecordingAction of(String value) {
        return valueOf(value.toUpperCase(Locale.ROOT));
    }
}
