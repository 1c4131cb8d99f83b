package org.switchboard.telephony.ari;

import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * One WebSocket from its opening to its loss. The socket's thread only parses and puts into a queue, since Asterisk
 * cuts off who reads too slowly; {@link #next()} takes out and, in passing, watches that the link is alive.
 *
 * <p>Elapsed time is taken from {@code System.nanoTime}, which a corrected wall clock cannot disturb.
 */
final class AriLink implements WebSocket.Listener {

    private static final Logger log = LoggerFactory.getLogger(AriLink.class);
    private static final int CAPACITY = 20_000;
    private static final Duration TICK = Duration.ofMillis(500);
    private static final Duration PING_AFTER_SILENCE = Duration.ofSeconds(1);
    private static final Duration PONG_WITHIN = Duration.ofMillis(2500);
    private static final Duration LEAVE_WITHIN = Duration.ofMillis(500);

    private final JsonMapper json = AriJson.mapper();
    private final BlockingQueue<AriEvent> queue = new ArrayBlockingQueue<>(CAPACITY);
    private final StringBuilder partial = new StringBuilder();
    private volatile WebSocket socket;
    private volatile String lost;
    private volatile long heardAt = System.nanoTime();
    private long pingedAt;
    private boolean pinged;
    private CompletableFuture<WebSocket> ping = CompletableFuture.completedFuture(null);

    void opened(WebSocket opened) {
        socket = opened;
        heardAt = System.nanoTime();
    }

    /** Why the link is of no more use; null while it is alive. Events that came before may still be in the queue. */
    String lost() {
        return lost;
    }

    /**
     * Waits a moment for an event.
     *
     * @return null when none came
     */
    AriEvent next() throws InterruptedException {
        watch();
        return lost == null ? queue.poll(TICK.toMillis(), TimeUnit.MILLISECONDS) : queue.poll();
    }

    /**
     * Pings a silent link. A missing answer counts only from our own ping on, so that a listener that was busy for
     * long does not take its own slowness for the link's.
     */
    private void watch() {
        var now = System.nanoTime();
        if (pinged && heardAt - pingedAt >= 0) {
            pinged = false;
        }
        if (pinged && now - pingedAt > PONG_WITHIN.toNanos()) {
            lost = "no answer to a ping";
        } else if (!pinged && now - heardAt > PING_AFTER_SILENCE.toNanos() && ping.isDone()) {
            pinged = true;
            pingedAt = now;
            ping = socket.sendPing(ByteBuffer.allocate(0));
        }
    }

    void abort() {
        socket.abort();
    }

    /** Takes leave, so that Asterisk does not log a broken connection. */
    void close() {
        try {
            socket.sendClose(WebSocket.NORMAL_CLOSURE, "").get(LEAVE_WITHIN.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            log.debug("The link was gone before we took leave: {}", e.toString());
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        socket.abort();
    }

    @Override
    public CompletionStage<?> onText(WebSocket webSocket, CharSequence data, boolean last) {
        heardAt = System.nanoTime();
        partial.append(data);
        if (last) {
            enqueue(partial.toString());
            partial.setLength(0);
        }
        webSocket.request(1);
        return null;
    }

    private void enqueue(String text) {
        try {
            if (!queue.offer(json.readValue(text, AriEvent.class))) {
                // Dropping single events would leave us with a wrong picture; a new connection starts with a comparison.
                lost = "events came faster than they could be handled";
                socket.abort();
            }
        } catch (JacksonException e) {
            log.warn("An event of Asterisk could not be read and is left out: {}", e.getOriginalMessage());
        }
    }

    @Override
    public CompletionStage<?> onPong(WebSocket webSocket, ByteBuffer message) {
        heardAt = System.nanoTime();
        webSocket.request(1);
        return null;
    }

    @Override
    public CompletionStage<?> onPing(WebSocket webSocket, ByteBuffer message) {
        heardAt = System.nanoTime();
        webSocket.request(1);
        return null;
    }

    @Override
    public CompletionStage<?> onClose(WebSocket webSocket, int statusCode, String reason) {
        lost = "closed by Asterisk (" + statusCode + " " + reason + ")";
        return null;
    }

    @Override
    public void onError(WebSocket webSocket, Throwable error) {
        lost = error.toString();
    }
}
