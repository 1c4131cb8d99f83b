package org.switchboard.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The REST API as a script uses it. A status that is not the expected one fails the test with the whole reply. */
final class Api {

    private static final Duration LIMIT = Duration.ofSeconds(10);

    private final JsonMapper json = JsonMapper.builder().build();
    private final HttpClient http = HttpClient.newHttpClient();
    private final String base;
    private final String token;

    Api(String portalUrl, String token) {
        this.base = portalUrl + "/api/v1";
        this.token = token;
    }

    /** The same API with another token. */
    Api withToken(String other) {
        return new Api(base.substring(0, base.length() - "/api/v1".length()), other);
    }

    /** The token, for what is not JSON. */
    String token() {
        return token;
    }

    /** Makes something. */
    JsonNode post(String path, Map<String, ?> body) {
        return json.readTree(send("POST", path, json.writeValueAsString(body), 201));
    }

    /** Has something done that needs no more words. */
    JsonNode postForReply(String path) {
        return json.readTree(send("POST", path, null, 200));
    }

    /** A POST that only sets something going (202). */
    void start(String path, Map<String, ?> body) {
        send("POST", path, json.writeValueAsString(body), 202);
    }

    /** Asks something that makes nothing. */
    JsonNode ask(String path, Map<String, ?> body) {
        return json.readTree(send("POST", path, json.writeValueAsString(body), 200));
    }

    /** Asks for what is refused, with this status; the reply is the problem. */
    JsonNode refused(int status, String method, String path, Map<String, ?> body) {
        return json.readTree(send(method, path, body == null ? null : json.writeValueAsString(body), status));
    }

    /** Reads something. */
    JsonNode get(String path) {
        return json.readTree(send("GET", path, null, 200));
    }

    /** Changes something. */
    JsonNode patch(String path, Map<String, ?> body) {
        return json.readTree(send("PATCH", path, json.writeValueAsString(body), 200));
    }

    /** Deletes something. */
    void delete(String path) {
        send("DELETE", path, null, 204);
    }

    private String send(String method, String path, String body, int expected) {
        var request = HttpRequest.newBuilder(URI.create(base + path)).timeout(LIMIT)
                .header("Authorization", "Bearer " + token);
        if (body == null) {
            request.method(method, HttpRequest.BodyPublishers.noBody());
        } else {
            request.header("Content-Type", "application/json").method(method, HttpRequest.BodyPublishers.ofString(body));
        }
        try {
            var reply = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            assertThat(reply.statusCode()).as(method + " " + path + " answered " + reply.body()).isEqualTo(expected);
            return reply.body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
