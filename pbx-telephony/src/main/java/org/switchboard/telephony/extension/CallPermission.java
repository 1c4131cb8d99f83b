package org.switchboard.telephony.extension;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** Whom an extension may call, from least to most: each may call what those before it may. Emergency numbers anybody may call. */
public enum CallPermission {

    /** Nobody: a phone that only rings, in a lobby for example. */
    @JsonProperty("nobody")
    NOBODY,

    /** The extensions and services of its own company. */
    @JsonProperty("internal")
    INTERNAL,

    /** Ordinary numbers of its own country too. */
    @JsonProperty("national")
    NATIONAL,

    /** Ordinary numbers abroad too. */
    @JsonProperty("international")
    INTERNATIONAL,

    /** Everything, also numbers that cost extra. */
    @JsonProperty("premium")
    PREMIUM;

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
