package org.switchboard.web.api;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A script that uses the API over real HTTP. */
final class Api {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final HttpClient http;
    private final String base;
    private final List<String> headers;

    Api(int port) {
        this(HttpClient.newHttpClient(), "http://127.0.0.1:" + port + "/api/v1", List.of());
    }

    /** A script on another machine, as far as the portal can tell. */
    Api from(String address) {
        try {
            return new Api(HttpClient.newBuilder().localAddress(InetAddress.getByName(address)).build(), base, headers);
        } catch (UnknownHostException notAnAddress) {
            throw new IllegalArgumentException(notAnAddress);
        }
    }

    private Api(HttpClient http, String base, List<String> headers) {
        this.http = http;
        this.base = base;
        this.headers = headers;
    }

    /** An answer; the body is null when there was none, or none that is JSON. */
    record Reply(int status, HttpResponse<String> http, JsonNode body) {

        String header(String name) {
            return http.headers().firstValue(name).orElse(null);
        }

        String text(String field) {
            return body.path(field).asString();
        }

        /** The names of the fields that a problem complains about. */
        List<String> wrongFields() {
            return body.path("errors").valueStream().map(error -> error.path("field").asString()).toList();
        }
    }

    Api with(String header, String value) {
        List<String> more = new ArrayList<>(headers);
        more.add(header);
        more.add(value);
        return new Api(http, base, more);
    }

    Api withToken(String token) {
        return with("Authorization", "Bearer " + token);
    }

    Reply get(String path) {
        return send("GET", path, null);
    }

    Reply post(String path, String json) {
        return send("POST", path, json);
    }

    Reply patch(String path, String json) {
        return send("PATCH", path, json);
    }

    Reply delete(String path) {
        return send("DELETE", path, null);
    }

    Reply send(String method, String path, String json) {
        HttpRequest.Builder request = request(path);
        if (json != null && !headers.contains("Content-Type")) {
            request.header("Content-Type", "application/json");
        }
        request.method(method, json == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(json));
        try {
            HttpResponse<String> reply = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            boolean isJson = reply.headers().firstValue("Content-Type").filter(type -> type.contains("json")).isPresent();
            return new Reply(reply.statusCode(), reply, isJson && !reply.body().isEmpty() ? JSON.readTree(reply.body()) : null);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path));
        for (int i = 0; i < headers.size(); i += 2) {
            request.header(headers.get(i), headers.get(i + 1));
        }
        return request;
    }

    HttpClient http() {
        return http;
    }
}
