package org.switchboard.web.wallboard;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.switchboard.telephony.board.BoardSettings;
import org.switchboard.telephony.live.Subscription;

/**
 * What all browsers share that look at the same queues of a company. One thread hears of changes, draws the board at most five times a
 * second, writes down what is another than before, once, and hands that text to each browser.
 */
final class BoardChannel implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(BoardChannel.class);
    // What happens meanwhile is put together. Under half of what people take for "at once".
    private static final Duration BETWEEN_DRAWINGS = Duration.ofMillis(200);
    // Thresholds are broken by time alone, and figures turn at midnight.
    private static final Duration LOOK = Duration.ofSeconds(1);
    private static final Duration SETTINGS_AGE = Duration.ofSeconds(5);

    private final UUID tenantId;
    private final Set<UUID> visible;
    private final BoardSource source;
    private final InstantSource clock;
    private final BoardText writer = new BoardText();
    private final Semaphore news = new Semaphore(0);
    private final Set<BoardStream> browsers = new CopyOnWriteArraySet<>();
    private final Thread worker = Thread.ofVirtual().name("wallboard").unstarted(this::work);
    private BoardSettings settings;
    private Instant settingsRead;
    private BoardPicture picture;
    private volatile boolean closed;

    /**
     * Makes a channel with the board as it is now.
     *
     * @param tenantId the company
     * @param visible  the queues; empty for all
     * @param source   draws boards
     * @param clock    the time
     */
    BoardChannel(UUID tenantId, Set<UUID> visible, BoardSource source, InstantSource clock) {
        this.tenantId = tenantId;
        this.visible = visible;
        this.source = source;
        this.clock = clock;
        this.settings = source.settings(tenantId, visible);
        this.settingsRead = clock.instant();
        this.picture = source.draw(tenantId, settings);
    }

    /** Begins to listen. */
    void start() {
        worker.start();
    }

    /** All there is now; what a browser gets from then on are changes to it. */
    synchronized void join(BoardStream browser) {
        browser.put(whole());
        browsers.add(browser);
    }

    /** A browser that was too slow for the changes. */
    synchronized void again(BoardStream browser) {
        browser.put(whole());
    }

    void leave(BoardStream browser) {
        browsers.remove(browser);
    }

    boolean isDeserted() {
        return browsers.isEmpty();
    }

    private BoardNews whole() {
        return new BoardNews(BoardNews.ALL, writer.whole(picture, clock.instant()));
    }

    private void work() {
        try (Subscription subscription = source.callCentre().subscribe(tenantId, change -> news.release())) {
            LOG.trace("tenant={} wallboard: {}", tenantId, subscription);
            while (!closed) {
                boolean changed = news.tryAcquire(LOOK.toMillis(), TimeUnit.MILLISECONDS);
                news.drainPermits();
                LOG.trace("tenant={} wallboard changed: {}", tenantId, changed);
                look();
                Thread.sleep(BETWEEN_DRAWINGS);
            }
        } catch (InterruptedException stopping) {
            LOG.debug("closing");
        }
    }

    private void look() {
        try {
            readSettings();
            publish(source.draw(tenantId, settings));
        } catch (RuntimeException fault) {
            // The database is away, say: the board stays as it was, and the next round tries again.
            LOG.warn("tenant={} the wallboard could not be drawn: {}", tenantId, fault.toString());
        }
    }

    private void readSettings() {
        Instant now = clock.instant();
        if (now.isAfter(settingsRead.plus(SETTINGS_AGE))) {
            settingsRead = now;
            settings = source.settings(tenantId, visible);
        }
    }

    private synchronized void publish(BoardPicture now) {
        boolean same = now.settings().equals(picture.settings());
        Optional<BoardNews> message = same
                ? writer.change(picture, now, clock.instant()).map(text -> new BoardNews(BoardNews.CHANGE, text))
                : Optional.of(new BoardNews(BoardNews.ALL, writer.whole(now, clock.instant())));
        picture = now;
        message.ifPresent(text -> browsers.forEach(browser -> browser.put(text)));
    }

    @Override
    public void close() {
        closed = true;
        worker.interrupt();
    }
}
