package org.switchboard.telephony.distribution;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Why a caller must leave a queue. */
public enum Way {
    /** As many wait as may. */
    FULL,
    /** Waited as long as one may. */
    MAX_WAIT,
    /** Nobody is there who would take the call. */
    NO_AGENTS,
    /** The queue is no more. */
    GONE;

    /**
     * The word in the database and the API, and the key of the way out.
     *
     * @return the name in lower case
     */
    @JsonValue
    public String value() {
        return name().toLowerCase(Locale.ROOT);
    }
}
