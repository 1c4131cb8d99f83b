package org.switchboard.telephony.callcentre;

import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.switchboard.telephony.live.Subscription;

/** Brings a floor's news to one subscriber on a thread of its own: what changed while that one was busy comes as one. */
final class FloorSubscription implements Subscription {

    private static final Logger log = LoggerFactory.getLogger(FloorSubscription.class);

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition news = lock.newCondition();
    private final Set<UUID> queues = new HashSet<>();
    private final Set<UUID> agents = new HashSet<>();
    private final Consumer<? super FloorChange> subscriber;
    private final Supplier<FloorView> view;
    private final Consumer<? super FloorSubscription> onClose;
    private boolean closed;

    FloorSubscription(Consumer<? super FloorChange> subscriber, Supplier<FloorView> view, Consumer<? super FloorSubscription> onClose) {
        this.subscriber = subscriber;
        this.view = view;
        this.onClose = onClose;
    }

    FloorSubscription start() {
        Thread.ofVirtual().name("floor-subscriber").start(this::deliver);
        return this;
    }

    /** Something changed. Never waits for the subscriber. */
    void put(Set<UUID> changedQueues, Set<UUID> changedAgents) {
        lock.lock();
        try {
            queues.addAll(changedQueues);
            agents.addAll(changedAgents);
            news.signal();
        } finally {
            lock.unlock();
        }
    }

    private void deliver() {
        try {
            var all = view.get();
            subscriber.accept(new FloorChange(all, all.queues().stream().map(FloorView.Queue::queueId).collect(Collectors.toSet()),
                    all.agents().stream().map(FloorView.Agent::agentId).collect(Collectors.toSet())));
            for (var change = take(); change != null; change = take()) {
                subscriber.accept(change);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            // A browser that went away: it subscribes again when it comes back.
            log.debug("A subscriber of a call centre failed and is dropped", e);
        } finally {
            close();
        }
    }

    private FloorChange take() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (!closed && queues.isEmpty() && agents.isEmpty()) {
                news.await();
            }
            if (closed) {
                return null;
            }
            var change = new FloorChange(view.get(), queues, agents);
            queues.clear();
            agents.clear();
            return change;
        } finally {
            lock.unlock();
        }
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
