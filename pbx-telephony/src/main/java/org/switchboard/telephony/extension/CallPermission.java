package org.switchboard.telephony.extension;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** Whom an extension may call. */
public enum CallPermission {

    /** Nobody: a phone that only rings, in a lobby for example. */
    @JsonProperty("nobody")
    NOBODY,

    /** The extensions and services of its own company. */
    @JsonProperty("internal")
    INTERNAL;

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
     * @return the permission
     */
    public static CallPermission of(String value) {
        return valueOf(value.toUpperCase(Locale.ROOT));
    }
}
