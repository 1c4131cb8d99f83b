package org.switchboard.web.live;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import org.switchboard.telephony.live.LiveCalls;
import org.switchboard.telephony.live.Subscription;

/**
 * One browser that watches live calls. A virtual thread waits for news, draws the whole table and sends it; while it draws and
 * sends, further news are put together, so a slow browser costs nobody else anything.
 */
final class LiveStream {

    private static final long HEARTBEAT_SECONDS = 10;

    // Fast enough to feel immediate, slow enough that a busy company does not redraw a thousand times a second.
    private static final Duration BETWEEN_DRAWINGS = Duration.ofMillis(100);

    private final Semaphore news = new Semaphore(0);
    private final SseEmitter browser = new SseEmitter(0L);
    private final Supplier<String> drawing;
    private final BooleanSupplier signedIn;
    private volatile boolean open = true;

    /**
     * Makes a stream.
     *
     * @param drawing  draws the table as it is now
     * @param signedIn whether the browser's session is still good
     */
    LiveStream(Supplier<String> drawing, BooleanSupplier signedIn) {
        this.drawing = drawing;
        this.signedIn = signedIn;
        browser.onCompletion(this::stop);
        browser.onError(failure -> stop());
        browser.onTimeout(this::stop);
    }

    /**
     * Begins to send. The first news comes at once.
     *
     * @param calls  what to watch
     * @param window which company
     * @return what Spring keeps the connection with
     */
    SseEmitter start(LiveCalls calls, LiveView.Window window) {
        Thread.ofVirtual().name("live-stream").start(() -> {
            try (Subscription subscription = calls.subscribe(window.tenantId(), change -> news.release())) {
                send();
            }
        });
        return browser;
    }

    private void send() {
        try {
            while (open && signedIn.getAsBoolean()) {
                if (news.tryAcquire(HEARTBEAT_SECONDS, TimeUnit.SECONDS)) {
                    news.drainPermits();
                    browser.send(SseEmitter.event().name("calls").data(drawing.get(), MediaType.TEXT_HTML));
                    Thread.sleep(BETWEEN_DRAWINGS);
                } else {
                    browser.send(SseEmitter.event().name("beat").data(""));
                }
            }
            browser.complete();
        } catch (IOException | IllegalStateException browserLeft) {
            // The browser has gone; the container has noticed too and ends the request itself.
            stop();
        } catch (RuntimeException fault) {
            browser.completeWithError(fault);
        } catch (InterruptedException shutdown) {
            Thread.currentThread().interrupt();
            browser.complete();
        }
    }

    private void stop() {
        open = false;
        news.release();
    }
}
