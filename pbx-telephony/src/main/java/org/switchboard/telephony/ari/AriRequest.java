package org.switchboard.telephony.ari;

import java.util.Map;

/**
 * One request to the REST Interface.
 *
 * @param method HTTP method
 * @param path   path below {@code /ari}, each segment already percent-encoded, such as {@code /channels/1700000000.1}
 * @param query  query parameters, not yet encoded; empty when there are none
 * @param body   JSON body, or the empty string when there is none
 */
public record AriRequest(String method, String path, Map<String, String> query, String body) {

    /** Copies the parameters, so that a request cannot change while it is on its way. */
    public AriRequest {
        query = Map.copyOf(query);
    }
}
