package org.switchboard.telephony.trunk;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** How SIP messages travel to the provider. */
public enum TrunkTransport {

    /** UDP (RFC 3261 section 18). */
    @JsonProperty("udp")
    UDP,

    /** TCP. */
    @JsonProperty("tcp")
    TCP,

    /** TLS over TCP; sound is encrypted where the provider can (SDES-SRTP, RFC 4568). */
    @JsonProperty("tls")
    TLS;

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
    public static TrunkTransport of(String value) {
        return valueOf(value.toUpperCase(Locale.ROOT));
    }
}
