package org.switchboard.telephony.call;

import java.util.Locale;

/**
 * Why a call is refused. What the caller then hears and the SIP code that the phone gets stand in the dialplan's
 * context {@code pbx-refuse}, one extension for each, so that Asterisk can refuse in the same way when we are away.
 */
public enum Refusal {
    /** Everybody called is on the phone or declined: 486 and the phone's own busy tone. */
    BUSY,
    /** Rang until the time was up: a spoken word, then 480. */
    NO_ANSWER,
    /** No device of the extension is registered, or it has none: a spoken word, then 480. */
    NOT_REGISTERED,
    /** Nothing is at this number: a spoken word, then 404. */
    UNKNOWN_NUMBER,
    /** The caller may not call there: a spoken word, then 403. */
    FORBIDDEN,
    /** The caller's class does not allow calls within the country: a spoken word, then 403. */
    FORBIDDEN_NATIONAL,
    /** The caller's class does not allow calls abroad: a spoken word, then 403. */
    FORBIDDEN_INTERNATIONAL,
    /** The caller's class does not allow numbers that cost extra: a spoken word, then 403. */
    FORBIDDEN_PREMIUM,
    /** The company does not want this caller: a spoken word, then 403. */
    BLOCKED,
    /** Nobody is there at this time, and nothing else is planned: a spoken word, then 480. */
    CLOSED,
    /** No trunk could bring the call out: a spoken word, then 503. */
    NO_TRUNK,
    /** The other side says that it will not or cannot be: a spoken word, then 404. */
    OUTSIDE_REJECTED,
    /** A limit is reached: 503 at once. */
    TOO_MANY_CALLS,
    /** A fault of ours: 500. */
    FAILED;

    /**
     * The word for it in the journal, the dialplan and the words' files.
     *
     * @return the name in lower case
     */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
