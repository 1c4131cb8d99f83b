package org.switchboard.telephony.prompt;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** How the sound of a prompt came to be. */
public enum PromptOrigin {

    /** Somebody sent a file. */
    @JsonProperty("upload")
    UPLOAD,

    /** It was spoken from typed words, which can be changed. */
    @JsonProperty("speech")
    SPEECH,

    /** Somebody said it into a phone. */
    @JsonProperty("phone")
    PHONE;

    /**
     * As it is stored and as the API spells it.
     *
     * @return the name in small letters
     */
    public String value() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Reads what {@link #value()} wrote.
     *
     * @param value the name in small letters
     * @return the origin
     */
    public static PromptOrigin of(String value) {
        return valueOf(value.toUpperCase(Locale.ROOT));
    }
}
