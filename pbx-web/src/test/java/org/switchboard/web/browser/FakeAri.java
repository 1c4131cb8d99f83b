package org.switchboard.web.browser;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The lists of Asterisk's REST Interface, as a test wants them; enough for the view of what is on. */
public final class FakeAri implements AutoCloseable {

    private final HttpServer server;
    private final Map<String, String> lists = new ConcurrentHashMap<>(Map.of(
            "/ari/channels", "[]", "/ari/bridges", "[]", "/ari/endpoints", "[]"));

    FakeAri() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/", this::answer);
            server.start();
        } catch (IOException noPort) {
            throw new UncheckedIOException(noPort);
        }
    }

    /** Where it listens. */
    URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** Sets what a list holds: {@code channels}, {@code bridges} or {@code endpoints}. */
    void list(String name, String json) {
        lists.put("/ari/" + name, json);
    }

    private void answer(HttpExchange exchange) throws IOException {
        byte[] body = lists.getOrDefault(exchange.getRequestURI().getPath(), "{}").getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
