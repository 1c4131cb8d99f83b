package org.switchboard.web.api.v1;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import org.switchboard.telephony.input.NotFound;
import org.switchboard.telephony.live.LiveCalls;
import org.switchboard.telephony.live.LiveChange;
import org.switchboard.telephony.live.Subscription;
import org.switchboard.web.api.ApiCaller;
import org.switchboard.web.api.ApiTokenService;
import org.switchboard.web.api.json.ListReply;
import org.switchboard.web.api.problem.ApiRefused;
import org.switchboard.web.api.problem.Refusal;

/** The open streams of live calls: fed by subscriptions, kept alive, and ended when their token is. */
@Component
final class LiveStreams implements SmartLifecycle {

    /** Most streams that one token can have open. */
    static final int PER_TOKEN = 20;

    private static final Logger LOG = LoggerFactory.getLogger(LiveStreams.class);
    private static final Duration HEARTBEAT = Duration.ofSeconds(15);

    private final LiveCalls calls;
    private final ApiTokenService tokens;
    private final Map<SseEmitter, ApiCaller> open = new ConcurrentHashMap<>();
    private final AtomicReference<ScheduledExecutorService> heart = new AtomicReference<>();

    LiveStreams(LiveCalls calls, ApiTokenService tokens) {
        this.calls = calls;
        this.tokens = tokens;
    }

    /** What a stream says of a call that ended. */
    record Ended(UUID id) {
    }

    /** What a stream says of the connection to Asterisk. */
    record Connection(boolean up, Instant lastNews) {
    }

    /**
     * Opens a stream.
     *
     * @param caller who watches
     * @return the stream, which has begun
     * @throws ApiRefused when the token has too many streams open
     */
    SseEmitter open(ApiCaller caller) {
        if (open.values().stream().filter(other -> other.tokenId().equals(caller.tokenId())).count() >= PER_TOKEN) {
            throw new ApiRefused(Refusal.TOO_MANY_STREAMS, List.of(), PER_TOKEN);
        }
        SseEmitter stream = new SseEmitter(0L);
        open.put(stream, caller);
        Subscription subscription = calls.subscribe(caller.tenantId(), change -> send(stream, change));
        stream.onCompletion(() -> {
            open.remove(stream);
            subscription.close();
        });
        return stream;
    }

    private static void send(SseEmitter stream, LiveChange change) {
        SseEmitter.SseEventBuilder event = SseEmitter.event();
        try {
            stream.send(switch (change) {
                case LiveChange.Everything all ->
                    event.name("calls").data(new ListReply<>(all.calls().stream().map(LiveCallReply::of).toList(), null));
                case LiveChange.Updated updated -> event.name("call").data(LiveCallReply.of(updated.call()));
                case LiveChange.Ended ended -> event.name("ended").data(new Ended(ended.id()));
                case LiveChange.Connection connection -> event.name("connection").data(new Connection(connection.up(), connection.lastNews()));
            });
        } catch (IOException gone) {
            // Ends the subscription; the container tells the stream's end to its callbacks.
            throw new UncheckedIOException(gone);
        }
    }

    private void beat() {
        open.forEach((stream, caller) -> {
            try {
                caller.scope().call(() -> tokens.find(caller.tokenId()));
                stream.send(SseEmitter.event().comment(""));
            } catch (NotFound revoked) {
                stream.complete();
            } catch (IOException | IllegalStateException gone) {
                LOG.debug("a stream's reader is gone", gone);
            } catch (RuntimeException failure) {
                // The database is away, say. The stream goes on; the token is asked for again at the next beat.
                LOG.warn("cannot tell whether a stream's token is still good: {}", failure.toString());
            }
        });
    }

    @Override
    public void start() {
        ScheduledExecutorService beats = Executors.newSingleThreadScheduledExecutor(Thread.ofVirtual().name("api-streams").factory());
        beats.scheduleWithFixedDelay(this::beat, HEARTBEAT.toMillis(), HEARTBEAT.toMillis(), TimeUnit.MILLISECONDS);
        heart.set(beats);
    }

    @Override
    public void stop() {
        ScheduledExecutorService beats = heart.getAndSet(null);
        if (beats != null) {
            beats.shutdownNow();
        }
        open.keySet().forEach(SseEmitter::complete);
    }

    @Override
    public boolean isRunning() {
        return heart.get() != null;
    }

    // Before the web server, which waits for open requests when it stops.
    @Override
    public int getPhase() {
        return Integer.MAX_VALUE;
    }
}
