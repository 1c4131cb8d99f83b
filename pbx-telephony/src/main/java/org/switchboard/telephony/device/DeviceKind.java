package org.switchboard.telephony.device;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** What sort of phone a device is; it decides the media that Asterisk offers to it. */
public enum DeviceKind {

    /** A desk phone, or a program that speaks plain SIP. */
    @JsonProperty("phone")
    PHONE,

    /** A browser: SIP over a websocket, media as WebRTC (DTLS-SRTP, ICE, Opus). */
    @JsonProperty("browser")
    BROWSER;

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
     * @return the kind
     */
    public static DeviceKind of(String value) {
        return valueOf(value.toUpperCase(Locale.ROOT));
    }
}
