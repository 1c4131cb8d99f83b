package org.switchboard.telephony.callback;

import java.util.Locale;

/** How an attempt to reach a customer ended. */
public enum AttemptResult {
    /** Customer and agent talked. */
    TALKED,
    /** The customer was on the phone, or declined. */
    BUSY,
    /** The customer's phone rang until the time was up. */
    NO_ANSWER,
    /** The call could not be brought out, or nobody knows what became of it. */
    FAILED,
    /** The agent hung up before the customer answered. */
    AGENT_GONE;

    /**
     * The word for it in the database and the API.
     *
     * @return the name in lower case
     */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
