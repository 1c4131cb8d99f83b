package org.switchboard.telephony.recording;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;
import org.switchboard.telephony.call.RecordingRef;

/** Why a talk was recorded. */
public enum RecordingReason {

    /** Its queue records all talks. */
    @JsonProperty("queue")
    QUEUE,

    /** An extension in it is recorded. */
    @JsonProperty("extension")
    EXTENSION,

    /** Somebody asked for it while it was on. */
    @JsonProperty("demand")
    DEMAND;

    /**
     * As it is stored and as the API spells it.
     *
     * @return the name in small letters
     */
    public String value() {
        return name().toLowerCase(Locale.ROOT);
    }

    static RecordingReason of(String value) {
        return valueOf(value.toUpperCase(Locale.ROOT));
    }

    static RecordingReason of(RecordingRef.Reason reason) {
        return switch (reason) {
            case QUEUE -> QUEUE;
            case EXTENSION -> EXTENSION;
            case DEMAND -> DEMAND;
        };
    }
}
