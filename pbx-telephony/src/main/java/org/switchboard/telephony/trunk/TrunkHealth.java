package org.switchboard.telephony.trunk;

import java.util.Locale;

/** How a trunk is, as people need to know it; ordered by what needs them most. */
public enum TrunkHealth {
    /** The provider refuses our account. */
    REJECTED,
    /** The provider does not answer. */
    UNREACHABLE,
    /** We are not signed in yet, or not any more, and go on trying. */
    SIGNING_IN,
    /** Not known: Asterisk cannot be asked, or has not asked the provider yet. */
    UNKNOWN,
    /** Signed in at the provider, which answers. */
    REGISTERED,
    /** The provider answers; it needs no registration. */
    REACHABLE,
    /** Switched off. */
    OFF;

    /**
     * Its key in the words' files and the API.
     *
     * @return the name in small letters, with underscores
     */
    public String value() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Whether somebody should do something about it.
     *
     * @return true for the states in which no call can come or go
     */
    public boolean needsAttention() {
        return this == REJECTED || this == UNREACHABLE || this == SIGNING_IN;
    }
}
