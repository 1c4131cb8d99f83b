package org.switchboard.telephony.distribution;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What an agent is doing. When several hold, the first of them is shown. */
public enum AgentStatus {
    /** With a caller of a queue; also when he has signed out or paused meanwhile, which takes effect afterwards. */
    TALKING,
    /** His phone rings for a caller. */
    RINGING,
    /** Not at work. */
    SIGNED_OUT,
    /** Finishing off after a talk. */
    WRAP_UP,
    /** Away for a reason. */
    PAUSED,
    /** Not asked for a while, for offers that he missed. */
    SET_ASIDE,
    /** On the phone with somebody who is no caller of a queue. */
    OTHER_CALL,
    /** His phone cannot be reached. */
    UNREACHABLE,
    /** Would take a caller at once. */
    FREE;

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
