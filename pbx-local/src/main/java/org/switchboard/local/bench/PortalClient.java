package org.switchboard.local.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The portal of a measurement, through its REST API as a script uses it, and through its sign-in as a browser does. */
final class PortalClient {

    private static final Duration LIMIT = Duration.ofSeconds(10);
    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

    private final JsonMapper json = JsonMapper.builder().build();
    private final HttpClient http = HttpClient.newHttpClient();
    private final String url;
    private final JsonNode demo;

    PortalClient(BenchStack bench) {
        this.url = "http://127.0.0.1:" + bench.stack().settings().httpPort();
        this.demo = json.readTree(bench.stack().layout().demoFile().toFile());
    }

    /**
     * A company with the right to change it.
     *
     * @param tenant its id
     * @param token its admin's token
     */
    record Company(UUID tenant, String token) {
    }

    /** Has the operator make a company. */
    Company openCompany(String slug) {
        var made = send("POST", "/tenants", demo.path("operatorToken").asString(), Map.of("slug", slug, "name", "Company " + slug));
        return new Company(UUID.fromString(made.path("id").asString()), made.path("apiToken").asString());
    }

    /**
     * One request to the API.
     *
     * @param body null for none
     * @return the reply; an empty object when it has no body
     * @throws IllegalStateException when the reply is no success
     */
    JsonNode send(String method, String path, String token, Map<String, ?> body) {
        var request = HttpRequest.newBuilder(URI.create(url + "/api/v1" + path)).timeout(LIMIT)
                .header("Authorization", "Bearer " + token);
        if (body == null) {
            request.method(method, HttpRequest.BodyPublishers.noBody());
        } else {
            request.header("Content-Type", "application/json")
                    .method(method, HttpRequest.BodyPublishers.ofString(json.writeValueAsString(body)));
        }
        var reply = exchange(http, request.build());
        if (reply.statusCode() / 100 != 2) {
            throw new IllegalStateException(method + " " + path + " answered " + reply.statusCode() + ": " + reply.body());
        }
        return reply.body().isEmpty() ? json.createObjectNode() : json.readTree(reply.body());
    }

    /**
     * Signs in as a browser does and opens the live calls; the reading of the sign-in page, which happens while the person
     * types, is not counted.
     *
     * @return from the sent password to the whole live page
     */
    Duration signInToLivePage(String email, String password) {
        try (var browser = HttpClient.newBuilder().cookieHandler(new CookieManager()).build()) {
            var page = exchange(browser, HttpRequest.newBuilder(URI.create(url + "/sign-in")).timeout(LIMIT).build());
            var csrf = CSRF.matcher(page.body());
            if (!csrf.find()) {
                throw new IllegalStateException("the sign-in page has no form with a CSRF token");
            }
            long began = System.nanoTime();
            var signedIn = exchange(browser, HttpRequest.newBuilder(URI.create(url + "/sign-in")).timeout(LIMIT)
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(HttpRequest.BodyPublishers.ofString("email=" + encoded(email) + "&password=" + encoded(password)
                            + "&_csrf=" + encoded(csrf.group(1)))).build());
            var live = exchange(browser, HttpRequest.newBuilder(URI.create(url + "/calls/live")).timeout(LIMIT).build());
            var took = Duration.ofNanos(System.nanoTime() - began);
            if (signedIn.statusCode() != 302 || live.statusCode() != 200 || !live.body().contains("data-live")) {
                throw new IllegalStateException("signing in answered " + signedIn.statusCode() + ", the live page "
                        + live.statusCode());
            }
            return took;
        }
    }

    private static HttpResponse<String> exchange(HttpClient client, HttpRequest request) {
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
