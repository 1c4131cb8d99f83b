package org.switchboard.telephony.device;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** Whether a desk phone's sound must be encrypted. A browser's always is. */
public enum DeviceEncryption {

    /** Plain RTP. */
    @JsonProperty("off")
    OFF,

    /** SRTP with keys in the SDP (RFC 4568); a call without it is refused. The phone should register over TLS. */
    @JsonProperty("required")
    REQUIRED;

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
     * @return the setting
     */
    public static DeviceEncryption of(String value) {
        return valueOf(value.toUpperCase(Locale.ROOT));
    }
}
