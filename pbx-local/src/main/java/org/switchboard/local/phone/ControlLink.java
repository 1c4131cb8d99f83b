package org.switchboard.local.phone;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Talks to baresip's {@code ctrl_tcp} module: JSON objects in netstrings, commands with a token that comes back with the
 * reply, events in between.
 */
final class ControlLink implements AutoCloseable {

    private static final Duration REPLY_LIMIT = Duration.ofSeconds(5);
    private static final int MAX_MESSAGE = 1 << 20;

    private final JsonMapper json = JsonMapper.builder().build();
    private final AtomicLong tokens = new AtomicLong();
    private final Map<String, CompletableFuture<JsonNode>> waiting = new ConcurrentHashMap<>();
    private final Socket socket = new Socket();
    private final InstantSource clock;
    private final Consumer<PhoneEvent> onEvent;
    /** Why the link ended; null while it is up. */
    private volatile Exception ended;

    /**
     * Connects at once.
     *
     * @param onEvent told of every event, on the link's own thread
     */
    ControlLink(int port, InstantSource clock, Consumer<PhoneEvent> onEvent) throws IOException {
        this.clock = clock;
        this.onEvent = onEvent;
        socket.connect(new InetSocketAddress("127.0.0.1", port), 2_000);
        socket.setTcpNoDelay(true);
        Thread.ofVirtual().name("phone-control-" + port).start(this::read);
    }

    /**
     * Sends a command and waits for its reply.
     *
     * @param parameter may be null when the command takes none
     * @return what the phone printed about it
     * @throws IllegalStateException when the phone refuses or does not answer
     */
    String command(String command, String parameter) {
        String token = Long.toString(tokens.incrementAndGet());
        var message = json.createObjectNode().put("command", command).put("token", token);
        if (parameter != null) {
            message.put("params", parameter);
        }
        var reply = new CompletableFuture<JsonNode>();
        waiting.put(token, reply);
        try {
            send(json.writeValueAsBytes(message));
            JsonNode answer = reply.get(REPLY_LIMIT.toMillis(), TimeUnit.MILLISECONDS);
            String data = answer.path("data").asString("");
            if (!answer.path("ok").asBoolean()) {
                throw new IllegalStateException("the phone refused '" + command + " " + parameter + "': " + data);
            }
            return data;
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("the phone did not answer '" + command + "'", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for the phone", e);
        } finally {
            waiting.remove(token);
        }
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private synchronized void send(byte[] body) {
        try {
            var out = socket.getOutputStream();
            out.write((body.length + ":").getBytes(StandardCharsets.US_ASCII));
            out.write(body);
            out.write(',');
            out.flush();
        } catch (IOException e) {
            throw new IllegalStateException("the phone's control link is down: " + ended, e);
        }
    }

    private void read() {
        try (var in = new BufferedInputStream(socket.getInputStream())) {
            while (true) {
                JsonNode message = json.readTree(readNetstring(in));
                if (message.path("event").asBoolean(false)) {
                    onEvent.accept(PhoneEvent.of(clock.instant(), message));
                } else {
                    var reply = waiting.remove(message.path("token").asString(""));
                    if (reply != null) {
                        reply.complete(message);
                    }
                }
            }
        } catch (IOException | JacksonException e) {
            ended = e;
            waiting.values().forEach(reply -> reply.completeExceptionally(e));
        }
    }

    private static byte[] readNetstring(InputStream in) throws IOException {
        int length = 0;
        for (int c = in.read(); c != ':'; c = in.read()) {
            if (c < '0' || c > '9' || length > MAX_MESSAGE) {
                throw new EOFException("the phone's control link ended");
            }
            length = length * 10 + (c - '0');
        }
        byte[] body = in.readNBytes(length);
        if (body.length < length || in.read() != ',') {
            throw new EOFException("the phone's control link ended inside a message");
        }
        return body;
    }
}
