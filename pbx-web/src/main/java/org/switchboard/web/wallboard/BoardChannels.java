package org.switchboard.web.wallboard;

import java.time.Clock;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** The open wallboards of all companies. A channel lives as long as somebody looks. */
@Component
public final class BoardChannels implements SmartLifecycle {

    private final BoardSource source;
    private final Clock clock;
    private final Map<Key, BoardChannel> channels = new HashMap<>();
    private final Set<BoardStream> open = new HashSet<>();
    private volatile boolean running;

    private record Key(UUID tenantId, Set<UUID> visible) {
    }

    /**
     * Wires the component.
     *
     * @param source draws boards
     * @param clock  the time
     */
    public BoardChannels(BoardSource source, Clock clock) {
        this.source = source;
        this.clock = clock;
    }

    /**
     * Opens a wallboard.
     *
     * @param tenantId the viewer's company
     * @param visible  the queues that the viewer may see; empty for all
     * @param signedIn whether the viewer's session is still good
     * @return the stream; its first event is the whole board
     */
    synchronized SseEmitter open(UUID tenantId, Set<UUID> visible, BooleanSupplier signedIn) {
        Key key = new Key(tenantId, Set.copyOf(visible));
        BoardChannel channel = channels.get(key);
        if (channel == null) {
            channel = new BoardChannel(tenantId, key.visible(), source, clock);
            channels.put(key, channel);
            channel.start();
        }
        BoardStream browser = new BoardStream(signedIn);
        channel.join(browser);
        open.add(browser);
        BoardChannel its = channel;
        return browser.start(channel, ended -> leave(key, its, ended));
    }

    private synchronized void leave(Key key, BoardChannel channel, BoardStream browser) {
        open.remove(browser);
        channel.leave(browser);
        if (channel.isDeserted() && channels.remove(key, channel)) {
            channel.close();
        }
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        Set<BoardStream> streams;
        synchronized (this) {
            streams = Set.copyOf(open);
        }
        streams.forEach(BoardStream::close);
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    // Before the web server, which waits for open requests when it stops.
    @Override
    public int getPhase() {
        return Integer.MAX_VALUE;
    }
}
