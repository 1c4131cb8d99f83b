package org.switchboard.telephony.trunk;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** How the provider and we know each other. */
public enum TrunkKind {

    /** We sign in at the provider, and are called over that registration. */
    @JsonProperty("register")
    REGISTER,

    /** The provider is known by its addresses, and knows us by ours. */
    @JsonProperty("ip")
    IP;

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
     * @return the one that is meant
     * @throws IllegalArgumentException when there is none of that name
     */
    public static TrunkKind of(String value) {
        return valueOf(value.toUpperCase(Locale.ROOT));
    }
}
