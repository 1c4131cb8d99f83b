package org.switchboard.telephony.distribution;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Why an agent did not take a caller who was offered to him. */
public enum Miss {
    /** Let it ring. Counts towards being set aside when he alone was asked: of several who ring at once nobody in particular was. */
    NO_ANSWER,
    /** Refused. Counts towards being set aside, and is not asked again for a few seconds in any case. */
    REJECTED,
    /** The phone cannot be reached; not asked again until it can, or for some seconds. */
    UNREACHABLE,
    /** The call could not be made for a reason of ours; not asked again for a few seconds. */
    FAILED,
    /**
     * The caller hung up meanwhile, and has left with that, whether or not it is said again. Of a callback: the customer was not reached; the callback
     * keeps its place and nobody is asked until it is due again.
     */
    CALLER_GONE,
    /** The offer was taken back. */
    WITHDRAWN;

    /**
     * The word in the database and the API.
     *
     * @return the name in lower case
     */
    @JsonValue
    public String value() {
        return name().toLowerCase(Locale.ROOT);
    }
}
