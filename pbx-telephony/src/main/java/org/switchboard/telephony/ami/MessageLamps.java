package org.switchboard.telephony.ami;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashSet;
import java.util.SequencedSet;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.asteriskjava.manager.AuthenticationFailedException;
import org.asteriskjava.manager.DefaultManagerConnection;
import org.asteriskjava.manager.ManagerConnectionState;
import org.asteriskjava.manager.TimeoutException;
import org.asteriskjava.manager.action.ManagerAction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the phones' message lamps true, over a connection of its own. What was asked for while Asterisk was away is asked for
 * when it is back. One thread does one request after the other.
 */
public final class MessageLamps implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(MessageLamps.class);
    private static final Duration REPLY_TIME = Duration.ofSeconds(5);
    /** Counting all boxes anew takes three queries each. */
    private static final Duration LONG_REPLY_TIME = Duration.ofMinutes(1);
    private static final Duration PAUSE = Duration.ofSeconds(1);
    /** Each reload reads the list of every device that shows a box, so many changes in a row share one. */
    private static final Duration BETWEEN_RELOADS = Duration.ofSeconds(5);

    private final AmiConfig config;
    private final InstantSource clock;
    private final Lock lock = new ReentrantLock();
    private final Condition wanted = lock.newCondition();
    private final SequencedSet<Box> boxes = new LinkedHashSet<>();
    private final SequencedSet<Box> afterLists = new LinkedHashSet<>();
    private final Thread worker = Thread.ofPlatform().name("message-lamps").daemon().unstarted(this::work);
    private boolean all;
    private boolean lists;
    private boolean closed;
    private Instant reloaded = Instant.EPOCH;
    private DefaultManagerConnection manager;

    private record Box(String context, String mailbox) {
    }

    /**
     * Makes a connection, which is opened by the first request.
     *
     * @param config where Asterisk's Manager Interface is
     * @param clock  what time it is
     */
    public MessageLamps(AmiConfig config, InstantSource clock) {
        this.config = config;
        this.clock = clock;
    }

    /** Begins to work. Returns at once. */
    public void start() {
        worker.start();
    }

    /**
     * Makes Asterisk count the messages of a box anew. Returns at once.
     *
     * @param context the box's context
     * @param mailbox the box's number
     */
    public void refresh(String context, String mailbox) {
        want(() -> boxes.add(new Box(context, mailbox)));
    }

    /**
     * Makes Asterisk read anew which device shows which boxes, and then count the messages of one. Returns at once.
     *
     * @param context the context of the box that other devices show than before
     * @param mailbox its number
     */
    public void readLists(String context, String mailbox) {
        want(() -> {
            afterLists.add(new Box(context, mailbox));
            lists = true;
        });
    }

    /** Makes Asterisk read anew which device shows which boxes, and count the messages of all. Returns at once. */
    public void readAll() {
        want(() -> {
            lists = true;
            all = true;
        });
    }

    private void want(Runnable what) {
        lock.lock();
        try {
            what.run();
            wanted.signal();
        } finally {
            lock.unlock();
        }
    }

    private void work() {
        while (true) {
            try {
                ManagerAction next = take();
                if (next == null) {
                    return;
                }
                send(next);
            } catch (InterruptedException _) {
                log.debug("closing");
            }
        }
    }

    /** What to do next; null when there is nothing more to do. */
    private ManagerAction take() throws InterruptedException {
        lock.lock();
        try {
            while (!closed) {
                Duration rest = BETWEEN_RELOADS.minus(Duration.between(reloaded, clock.instant()));
                if (lists && !rest.isPositive()) {
                    lists = false;
                    reloaded = clock.instant();
                    boxes.addAll(afterLists);
                    afterLists.clear();
                    return new ReloadAction("res_pjsip_mwi.so");
                }
                if (all) {
                    all = false;
                    boxes.clear();
                    return new VoicemailRefreshAction(null, null);
                }
                if (!boxes.isEmpty()) {
                    Box box = boxes.removeFirst();
                    return new VoicemailRefreshAction(box.context(), box.mailbox());
                }
                if (lists) {
                    log.trace("waited: {}", wanted.await(rest.toMillis(), TimeUnit.MILLISECONDS));
                } else {
                    wanted.await();
                }
            }
            return null;
        } finally {
            lock.unlock();
        }
    }

    private void send(ManagerAction action) throws InterruptedException {
        try {
            connect();
            manager.sendAction(action, (action instanceof VoicemailRefreshAction one && one.getMailbox() != null ? REPLY_TIME : LONG_REPLY_TIME).toMillis());
        } catch (IOException | TimeoutException | IllegalStateException | AuthenticationFailedException e) {
            log.debug("Asterisk's Manager Interface is away: {}", e.getMessage());
            disconnect();
            again(action);
            Thread.sleep(PAUSE);
        }
    }

    /** A request that was not done, or of which nobody knows: all of them can be repeated. */
    private void again(ManagerAction action) {
        want(() -> {
            switch (action) {
                case VoicemailRefreshAction one when one.getMailbox() != null -> boxes.add(new Box(one.getContext(), one.getMailbox()));
                case VoicemailRefreshAction _ -> all = true;
                default -> {
                    reloaded = Instant.EPOCH;
                    lists = true;
                }
            }
        });
    }

    private void connect() throws IOException, TimeoutException, AuthenticationFailedException {
        if (manager == null || manager.getState() != ManagerConnectionState.CONNECTED) {
            disconnect();
            manager = new DefaultManagerConnection(config.host(), config.port(), config.user(), config.password());
            manager.setDefaultResponseTimeout(REPLY_TIME.toMillis());
            manager.setSocketTimeout((int) LONG_REPLY_TIME.toMillis());
            manager.login("off");
        }
    }

    private void disconnect() {
        if (manager != null) {
            try {
                manager.logoff();
            } catch (IllegalStateException e) {
                log.debug("not connected: {}", e.getMessage());
            }
            manager = null;
        }
    }

    /** Ends the connection. What was not done is not done; the next start counts all anew. */
    @Override
    public void close() {
        want(() -> closed = true);
        worker.interrupt();
        try {
            worker.join(Duration.ofSeconds(5));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        disconnect();
    }
}
