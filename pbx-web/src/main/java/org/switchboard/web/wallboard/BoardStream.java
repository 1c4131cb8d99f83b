package org.switchboard.web.wallboard;

import java.io.IOException;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** One browser with a wallboard. What waits to be sent is bounded: a browser that is too slow gets the whole board instead. */
final class BoardStream {

    private static final int MOST_WAITING = 50;
    private static final long HEARTBEAT_SECONDS = 10;
    private static final BoardNews TOO_SLOW = new BoardNews("too slow", "");

    private final BlockingQueue<BoardNews> waiting = new LinkedBlockingQueue<>(MOST_WAITING);
    private final SseEmitter browser = new SseEmitter(0L);
    private final BooleanSupplier signedIn;
    private volatile boolean open = true;
    private volatile Thread sender;

    /**
     * Makes a stream.
     *
     * @param signedIn whether the browser's session is still good
     */
    BoardStream(BooleanSupplier signedIn) {
        this.signedIn = signedIn;
        browser.onCompletion(this::stop);
        browser.onError(failure -> stop());
        browser.onTimeout(this::stop);
    }

    /** Hands over what is to be sent. Never waits for the browser. */
    void put(BoardNews news) {
        if (!waiting.offer(news)) {
            waiting.clear();
            waiting.add(TOO_SLOW);
        }
    }

    /**
     * Begins to send.
     *
     * @param channel asked for the whole when this browser was too slow
     * @param onEnd   told when the browser has gone
     * @return what Spring keeps the connection with
     */
    SseEmitter start(BoardChannel channel, Consumer<BoardStream> onEnd) {
        sender = Thread.ofVirtual().name("wallboard-browser").start(() -> {
            try {
                send(channel);
            } finally {
                onEnd.accept(this);
            }
        });
        return browser;
    }

    private void send(BoardChannel channel) {
        try {
            while (open && signedIn.getAsBoolean()) {
                BoardNews news = waiting.poll(HEARTBEAT_SECONDS, TimeUnit.SECONDS);
                if (news == null) {
                    browser.send(SseEmitter.event().name("beat").data(""));
                } else if (news == TOO_SLOW) {
                    channel.again(this);
                } else {
                    browser.send(SseEmitter.event().name(news.event()).data(news.text(), MediaType.TEXT_PLAIN));
                }
            }
            browser.complete();
        } catch (IOException | IllegalStateException browserLeft) {
            // The browser has gone; the container has noticed too and ends the request itself.
            stop();
        } catch (InterruptedException ended) {
            browser.complete();
        }
    }

    private void stop() {
        open = false;
        Thread its = sender;
        if (its != null) {
            its.interrupt();
        }
    }

    /** Ends the stream. */
    void close() {
        stop();
    }
}
