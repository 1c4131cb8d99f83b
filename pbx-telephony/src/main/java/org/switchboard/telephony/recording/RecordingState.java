package org.switchboard.telephony.recording;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** Whether a talk that is on is being recorded. */
public enum RecordingState {

    /** It is not. */
    @JsonProperty("off")
    OFF,

    /** It is. */
    @JsonProperty("on")
    ON,

    /** It is, with silence for now. */
    @JsonProperty("paused")
    PAUSED;

    /**
     * As the API and the words spell it.
     *
     * @return the name in small letters
     */
    public String value() {
        return name().toLowerCase(Locale.ROOT);
    }

    static RecordingState of(String variable) {
        return switch (variable) {
            case "on" -> ON;
            case "paused" -> PAUSED;
            default -> OFF;
        };
    }
}
