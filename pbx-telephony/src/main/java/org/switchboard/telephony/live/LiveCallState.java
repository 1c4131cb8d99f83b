package org.switchboard.telephony.live;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What a call, or a leg of one, is doing. */
public enum LiveCallState {

    /** It has begun; no phone rings yet. */
    CALLING,

    /** A phone rings. */
    RINGING,

    /** A service has taken it: a menu, an announcement, the echo test. */
    IN_SERVICE,

    /** People talk. */
    TALKING,

    /** People are joined, and one has put the other on hold. */
    HELD;

    /**
     * The word in the API.
     *
     * @return the name in lower case
     */
    @JsonValue
    public String value() {
        return name().toLowerCase(Locale.ROOT);
    }
}
