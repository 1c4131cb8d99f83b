package org.switchboard.telephony.ari;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** Sends requests and turns refusals into exceptions. */
final class AriRequests {

    private final AriTransport transport;
    private final JsonMapper json = AriJson.mapper();

    AriRequests(AriTransport transport) {
        this.transport = transport;
    }

    /** Asks with parameters in the query, and gives the reply's body. */
    String ask(String method, String path, Map<String, String> query) {
        return check(new AriRequest(method, path, query, ""));
    }

    /** Tells something that is too rich for a query, as a JSON body. */
    void tell(String method, String path, Map<String, ?> body) {
        check(new AriRequest(method, path, Map.of(), json.writeValueAsString(body)));
    }

    /** Whether a thing exists. */
    boolean exists(String path) {
        try {
            ask("GET", path, Map.of());
            return true;
        } catch (AriException e) {
            if (e.failure() == AriFailure.NOT_FOUND) {
                return false;
            }
            throw e;
        }
    }

    private String check(AriRequest request) {
        var response = transport.send(request);
        if (response.status() < 300) {
            return response.body();
        }
        throw new AriException(AriFailure.ofStatus(response.status()),
                request.method() + " " + request.path() + ": " + response.status() + " " + response.body());
    }

    static String segment(String id) {
        return URLEncoder.encode(id, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
