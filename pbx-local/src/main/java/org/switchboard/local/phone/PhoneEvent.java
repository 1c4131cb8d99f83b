package org.switchboard.local.phone;

import java.time.Instant;
import tools.jackson.databind.JsonNode;

/**
 * Something a phone says about itself (baresip's {@code ctrl_tcp} events, {@code src/event.c}).
 *
 * @param at when it was told
 * @param type such as {@code REGISTER_OK} or {@code CALL_INCOMING}
 * @param callId SIP Call-ID; empty when the event is about no call
 * @param outgoing whether the phone made the call
 * @param peerUri the other end's SIP URI, or empty
 * @param peerName the other end's display name, or empty
 * @param parameter what more there is to say, such as a digit or a reason; or empty
 */
public record PhoneEvent(Instant at, String type, String callId, boolean outgoing, String peerUri, String peerName,
                         String parameter) {

    static PhoneEvent of(Instant at, JsonNode json) {
        return new PhoneEvent(at, text(json, "type"), text(json, "id"), "outgoing".equals(text(json, "direction")),
                text(json, "peeruri"), text(json, "peerdisplayname"), text(json, "param"));
    }

    private static String text(JsonNode json, String name) {
        return json.path(name).asString("");
    }
}
