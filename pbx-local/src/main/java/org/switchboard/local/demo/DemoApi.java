package org.switchboard.local.demo;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import org.switchboard.local.Refusal;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The portal's API with the rights of the demo company's admin. It is never closed: what Ctrl-C starts uses it to the end of the
 * JVM.
 */
final class DemoApi {

    private static final Duration LIMIT = Duration.ofSeconds(15);

    private final JsonMapper json = JsonMapper.builder().build();
    private final HttpClient http = HttpClient.newBuilder().connectTimeout(LIMIT).build();
    private final String portal;
    private final String token;

    DemoApi(String portal, String token) {
        this.portal = portal;
        this.token = token;
    }

    /** Reads something. */
    JsonNode get(String path) {
        return send("GET", path, null);
    }

    /** Makes or does something. */
    JsonNode post(String path, Map<String, ?> body) {
        return send("POST", path, body);
    }

    /** Takes something away. */
    void delete(String path) {
        send("DELETE", path, null);
    }

    private JsonNode send(String method, String path, Map<String, ?> body) {
        var request = HttpRequest.newBuilder(URI.create(portal + "/api/v1" + path)).timeout(LIMIT).header("Authorization", "Bearer " + token);
        if (body == null) {
            request.method(method, HttpRequest.BodyPublishers.noBody());
        } else {
            request.header("Content-Type", "application/json").method(method, HttpRequest.BodyPublishers.ofString(json.writeValueAsString(body)));
        }
        try {
            var reply = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            if (reply.statusCode() / 100 != 2) {
                throw new Refusal("The portal answered " + reply.statusCode() + " to " + method + " " + path + ": " + reply.body());
            }
            return reply.body().isEmpty() ? json.createObjectNode() : json.readTree(reply.body());
        } catch (IOException e) {
            throw new Refusal("The portal at " + portal + " cannot be reached: start it with './pbx run'.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Refusal("interrupted");
        }
    }
}
