package org.switchboard.telephony.ari;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One application's event connection: it connects, delivers events in order to one listener, notices a silent link
 * within five seconds, and connects again until it is closed.
 *
 * <p>Asterisk forgets the events of a time without a connection, so the listener compares on every
 * {@link AriEventListener#onConnected()}. A second connection with the same application's name takes over the first.
 */
public final class AriConnection implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(AriConnection.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);
    private static final Duration LASTED = Duration.ofSeconds(20);

    private final AriConfig config;
    private final String application;
    private final boolean subscribeAll;
    private final AriEventListener listener;
    private final HttpClient http;
    private final Thread worker;
    private volatile boolean closed;
    private volatile boolean up;

    /**
     * Makes a connection; nothing happens before {@link #start()}.
     *
     * @param config       where Asterisk is
     * @param application  the application's name, as in {@code Stasis(name)}
     * @param subscribeAll whether to hear of everything in Asterisk rather than of what enters the application
     * @param listener     who hears the events
     */
    public AriConnection(AriConfig config, String application, boolean subscribeAll, AriEventListener listener) {
        this.config = config;
        this.application = application;
        this.subscribeAll = subscribeAll;
        this.listener = listener;
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(config.connectTime())
                .executor(Executors.newVirtualThreadPerTaskExecutor())
                .build();
        this.worker = Thread.ofPlatform().name("ari-" + application).daemon().unstarted(this::work);
    }

    /** Begins to connect. Returns at once; the listener is told when the connection is up. */
    public void start() {
        worker.start();
    }

    /**
     * Whether the connection is up now.
     *
     * @return false while it is being set up
     */
    public boolean isUp() {
        return up;
    }

    /**
     * The application's name.
     *
     * @return as given to the constructor
     */
    public String application() {
        return application;
    }

    private void work() {
        var pause = FIRST_PAUSE;
        while (!closed) {
            var begun = System.nanoTime();
            try {
                deliver(connect());
            } catch (InterruptedException _) {
                log.debug("{}: closing", application);
            } catch (TimeoutException | ExecutionException | RuntimeException e) {
                log.warn("ARI application {} cannot connect to {}: {}", application, config.url(), e.toString());
            }
            // A connection that lasted earns a quick new one; else the pauses grow, so that two engines that take the
            // application from each other do not do so all the time.
            pause = System.nanoTime() - begun > LASTED.toNanos() ? FIRST_PAUSE : longer(pause);
            pause(pause);
        }
    }

    private static Duration longer(Duration pause) {
        var twice = pause.multipliedBy(2);
        return twice.compareTo(LONGEST_PAUSE) < 0 ? twice : LONGEST_PAUSE;
    }

    private AriLink connect() throws InterruptedException, ExecutionException, TimeoutException {
        var link = new AriLink();
        var address = URI.create(config.url().toString().replaceFirst("^http", "ws")
                + "/ari/events?app=" + application + "&subscribeAll=" + subscribeAll);
        var opening = http.newWebSocketBuilder()
                .header("Authorization", BasicAuthorization.of(config.user(), config.password()))
                .connectTimeout(config.connectTime())
                .buildAsync(address, link);
        try {
            link.opened(opening.get(config.connectTime().plus(config.replyTime()).toMillis(), TimeUnit.MILLISECONDS));
            return link;
        } catch (TimeoutException | InterruptedException e) {
            // One that opens too late would take the application over from the next.
            opening.thenAccept(WebSocket::abort);
            throw e;
        }
    }

    private void deliver(AriLink link) throws InterruptedException {
        up = true;
        log.info("ARI application {} connected", application);
        var reason = "closed by us";
        try {
            tell(listener::onConnected);
            while (!closed) {
                var event = link.next();
                if (event != null) {
                    tell(() -> listener.onEvent(event));
                    if (isTakenOver(event)) {
                        reason = "taken over by another connection";
                        break;
                    }
                } else if (link.lost() != null) {
                    reason = link.lost();
                    break;
                }
            }
        } finally {
            up = false;
            if (closed) {
                link.close();
            } else {
                link.abort();
            }
            var why = reason;
            log.info("ARI application {} disconnected: {}", application, why);
            tell(() -> listener.onDisconnected(why));
        }
    }

    /**
     * Asterisk leaves the connection open but sends no more events. Whoever took over may be no engine at all but an
     * attempt of our own to connect that was given up and got through late, so we come back.
     */
    private boolean isTakenOver(AriEvent event) {
        return event instanceof AriEvent.ApplicationReplaced replaced && application.equals(replaced.application());
    }

    /** A listener's defect must not cost the events that follow. */
    private void tell(Runnable telling) {
        try {
            telling.run();
        } catch (RuntimeException e) {
            log.error("ARI application {}: the listener failed", application, e);
        }
    }

    private void pause(Duration pause) {
        if (closed) {
            return;
        }
        try {
            Thread.sleep(pause);
        } catch (InterruptedException _) {
            log.debug("{}: closing", application);
        }
    }

    /** Ends the connection for good and waits until the listener has been told. */
    @Override
    public void close() {
        closed = true;
        worker.interrupt();
        try {
            worker.join(Duration.ofSeconds(5));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        http.shutdownNow();
    }
}
