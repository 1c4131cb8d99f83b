package org.switchboard.telephony.voicemail;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** What became of the mail about a message. */
public enum VoicemailMail {
    /** None was wanted. */
    @JsonProperty("none")
    NONE,
    /** It will be sent, or sent again. */
    @JsonProperty("pending")
    PENDING,
    /** The mail server has taken it. */
    @JsonProperty("sent")
    SENT,
    /** It was given up. */
    @JsonProperty("failed")
    FAILED;

    /**
     * As it is stored and as the API spells it.
     *
     * @return the name in small letters
     */
    public String value() {
        return name().toLowerCase(Locale.ROOT);
    }

    static VoicemailMail of(String stored) {
        return valueOf(stored.toUpperCase(Locale.ROOT));
    }
}
