package org.switchboard.web.live;

import java.util.Locale;

/** What a phone is doing, as pages show it: a dot of its own shape and a word. Ordered by what matters first. */
public enum PhoneState {
    /** On a call. */
    TALKING,
    /** Ringing, or calling somebody. */
    RINGING,
    /** Connected and free. */
    REGISTERED,
    /** Not connected: calls do not reach it. */
    NOT_REGISTERED,
    /** Not known while the telephone engine cannot be reached. */
    UNKNOWN;

    /**
     * Its key in the message files and style sheet.
     *
     * @return the name in small letters with hyphens
     */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
