package org.switchboard.telephony.ari;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.stream.Collectors;

/**
 * Requests over HTTP/1.1 with kept connections.
 *
 * <p>Asterisk closes a kept connection that idles ({@code session_keep_alive}), possibly just as a request goes out on it. Every
 * operation of {@link AriClient} may be done twice without harm, so a request without a reply is sent once more.
 */
public final class HttpAriTransport implements AriTransport, AutoCloseable {

    private final AriConfig config;
    private final HttpClient http;
    private final String authorization;
    private final Semaphore places;

    /**
     * Makes a transport; nothing is sent yet.
     *
     * @param config where Asterisk is
     */
    public HttpAriTransport(AriConfig config) {
        this.config = config;
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(config.connectTime())
                .executor(Executors.newVirtualThreadPerTaskExecutor())
                .build();
        this.authorization = BasicAuthorization.of(config.user(), config.password());
        this.places = new Semaphore(config.parallel());
    }

    @Override
    public AriResponse send(AriRequest request) {
        places.acquireUninterruptibly();
        try {
            var message = message(request);
            try {
                return exchange(message);
            } catch (IOException _) {
                return exchange(message);
            }
        } catch (IOException e) {
            throw new AriException(request.method() + " " + request.path() + " got no reply", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AriException(request.method() + " " + request.path() + " was interrupted", e);
        } finally {
            places.release();
        }
    }

    private AriResponse exchange(HttpRequest message) throws IOException, InterruptedException {
        var response = http.send(message, BodyHandlers.ofString(StandardCharsets.UTF_8));
        return new AriResponse(response.statusCode(), response.body());
    }

    private HttpRequest message(AriRequest request) {
        var query = request.query().entrySet().stream()
                .map(parameter -> encode(parameter.getKey()) + "=" + encode(parameter.getValue()))
                .collect(Collectors.joining("&"));
        var address = URI.create(config.url() + "/ari" + request.path() + (query.isEmpty() ? "" : "?" + query));
        var body = request.body().isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(request.body());
        var builder = HttpRequest.newBuilder(address)
                .timeout(config.replyTime())
                .header("Authorization", authorization)
                .method(request.method(), body);
        return request.body().isEmpty() ? builder.build() : builder.header("Content-Type", "application/json").build();
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** Ends the kept connections; requests under way may fail. */
    @Override
    public void close() {
        http.shutdownNow();
    }
}
