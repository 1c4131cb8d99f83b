package org.switchboard.telephony.ari;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;

/**
 * A channel as Asterisk describes it (model {@code Channel}). Texts that Asterisk leaves out are empty, never null.
 *
 * @param id           unique id, also called {@code Uniqueid}
 * @param name         such as {@code PJSIP/abcdefghijklmnop-0000002a}
 * @param state        {@code Down}, {@code Ring}, {@code Ringing}, {@code Up} …
 * @param caller       whose channel it is
 * @param connected    who is at the other end, as far as known
 * @param dialplan     where in the dialplan it is
 * @param creationtime when it was made; null only in hand-made samples
 * @param channelvars  the variables that {@code channelvars} of {@code ari.conf} asks for
 * @param tenantid     the endpoint's {@code tenantid}, empty when it has none
 * @param protocolId   the SIP Call-ID
 */
public record AriChannel(String id, String name, String state, CallerId caller, CallerId connected, DialplanPlace dialplan,
                         Instant creationtime, Map<String, String> channelvars, String tenantid, String protocolId) {

    /** Fills what Asterisk left out. */
    public AriChannel {
        Objects.requireNonNull(id);
        name = Objects.requireNonNullElse(name, "");
        state = Objects.requireNonNullElse(state, "");
        caller = Objects.requireNonNullElse(caller, CallerId.NONE);
        connected = Objects.requireNonNullElse(connected, CallerId.NONE);
        dialplan = Objects.requireNonNullElse(dialplan, DialplanPlace.NONE);
        channelvars = channelvars == null ? Map.of() : Map.copyOf(channelvars);
        tenantid = Objects.requireNonNullElse(tenantid, "");
        protocolId = Objects.requireNonNullElse(protocolId, "");
    }

    /**
     * A person's number and name.
     *
     * @param name   may be empty
     * @param number may be empty
     */
    public record CallerId(String name, String number) {
        static final CallerId NONE = new CallerId("", "");

        /** Fills what Asterisk left out. */
        public CallerId {
            name = Objects.requireNonNullElse(name, "");
            number = Objects.requireNonNullElse(number, "");
        }
    }

    /**
     * A place in the dialplan (model {@code DialplanCEP}).
     *
     * @param context  context
     * @param exten    extension within it; what was dialled when the channel has just come in
     * @param priority step, counted from 1
     * @param appName  application that runs now, such as {@code Stasis} or {@code Dial}
     * @param appData  that application's arguments
     */
    public record DialplanPlace(String context, String exten, long priority, String appName, String appData) {
        static final DialplanPlace NONE = new DialplanPlace("", "", 0, "", "");

        /** Fills what Asterisk left out. */
        public DialplanPlace {
            context = Objects.requireNonNullElse(context, "");
            exten = Objects.requireNonNullElse(exten, "");
            appName = Objects.requireNonNullElse(appName, "");
            appData = Objects.requireNonNullElse(appData, "");
        }
    }

    /**
     * The value of one of our channel variables.
     *
     * @param variable its name
     * @return its value, empty when it is not set
     */
    public String variable(String variable) {
        return channelvars.getOrDefault(variable, "");
    }

    /**
     * The PJSIP endpoint that the channel belongs to, cut out of its name ({@code PJSIP/<endpoint>-<8 hex digits>}).
     *
     * @return the endpoint's id, empty when this is no PJSIP channel
     */
    public String endpoint() {
        var end = name.lastIndexOf('-');
        return name.startsWith("PJSIP/") && end > 6 ? name.substring(6, end) : "";
    }
}
