package org.switchboard.telephony.live;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings changes to one subscriber on a thread of its own, so that a slow one delays nobody. A change that was not delivered
 * yet is replaced by a newer one of the same thing; when too many things wait, all of them are replaced by the whole.
 *
 * @param <K> what a change is about
 * @param <C> a change
 */
final class ChangeMailbox<K, C> implements Subscription {

    private static final Logger LOG = LoggerFactory.getLogger(ChangeMailbox.class);
    private static final int MOST_WAITING = 2_000;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition news = lock.newCondition();
    private final Map<K, C> waiting = new LinkedHashMap<>();
    private final Consumer<? super C> subscriber;
    private final Supplier<List<C>> whole;
    private final Consumer<? super ChangeMailbox<K, C>> onClose;
    private boolean wholeWanted = true;
    private boolean closed;

    /**
     * Makes a mailbox; its first delivery will be the whole.
     *
     * @param subscriber gets the changes; when it throws, the subscription ends
     * @param whole      makes the changes, at least one, that tell everything there is: whatever waited is dropped for them
     * @param onClose    is told when the subscription has ended
     */
    ChangeMailbox(Consumer<? super C> subscriber, Supplier<List<C>> whole, Consumer<? super ChangeMailbox<K, C>> onClose) {
        this.subscriber = subscriber;
        this.whole = whole;
        this.onClose = onClose;
    }

    /**
     * Begins to deliver.
     *
     * @return this
     */
    ChangeMailbox<K, C> start() {
        Thread.ofVirtual().name("live-subscriber").start(this::deliver);
        return this;
    }

    /**
     * Puts a change in. Never waits for the subscriber.
     *
     * @param about  what it is about
     * @param change the change
     */
    void put(K about, C change) {
        lock.lock();
        try {
            if (waiting.size() >= MOST_WAITING && !waiting.containsKey(about)) {
                waiting.clear();
                wholeWanted = true;
            } else {
                waiting.put(about, change);
            }
            news.signal();
        } finally {
            lock.unlock();
        }
    }

    private void deliver() {
        try {
            List<C> changes = take();
            while (!changes.isEmpty()) {
                changes.forEach(subscriber);
                changes = take();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            // A browser that went away: it subscribes again when it comes back.
            LOG.debug("A subscriber of live changes failed and is dropped", e);
        } finally {
            close();
        }
    }

    private List<C> take() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (!closed && !wholeWanted && waiting.isEmpty()) {
                news.await();
            }
            if (closed) {
                return List.of();
            }
            if (!wholeWanted) {
                List<C> changes = List.copyOf(waiting.values());
                waiting.clear();
                return changes;
            }
            wholeWanted = false;
            // What waits is in the whole already; what comes from now on is put in after it.
            waiting.clear();
        } finally {
            lock.unlock();
        }
        return whole.get();
    }

    @Override
    public void close() {
        lock.lock();
        try {
            if (closed) {
                return;
            }
            closed = true;
            news.signal();
        } finally {
            lock.unlock();
        }
        onClose.accept(this);
    }
}
