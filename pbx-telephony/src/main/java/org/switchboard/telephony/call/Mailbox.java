package org.switchboard.telephony.call;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * The one way in which other threads tell a call something. Bounded: a call needs few messages, so more than a handful
 * of unread ones means that they repeat themselves, and they are dropped. The end has a place of its own, is never
 * dropped, and is found out before anything else. Keys have a place of their own too: those that the caller pressed
 * ahead of being asked wait there until somebody asks. And what the engine's other parts say waits there until the call listens.
 */
final class Mailbox {

    private static final int CAPACITY = 16;
    /** More than anybody types ahead; a flood beyond it is dropped. */
    private static final int KEYS = 64;
    /** One offer at a time, its withdrawal, the end of waiting: whoever leaves this many unread is stuck. */
    private static final int NEWS = 32;

    private final ReentrantLock lock = new ReentrantLock();
    private final CallThreads.Bell bell;
    private final ArrayDeque<CallMessage> messages = new ArrayDeque<>(CAPACITY);
    private final ArrayDeque<CallMessage.Pressed> keys = new ArrayDeque<>();
    private final ArrayDeque<CallMessage.Told> news = new ArrayDeque<>();
    private CallMessage.Ended ended;
    private boolean closed;

    Mailbox(CallThreads.Bell bell) {
        this.bell = bell;
    }

    /**
     * Puts a message in.
     *
     * @return false when there was no room for it, or nobody reads any more
     */
    boolean post(CallMessage message) {
        lock.lock();
        try {
            if (closed || !put(message)) {
                return false;
            }
        } finally {
            lock.unlock();
        }
        bell.ring();
        return true;
    }

    private boolean put(CallMessage message) {
        return switch (message) {
            case CallMessage.Ended end -> {
                ended = ended == null ? end : ended;
                yield true;
            }
            case CallMessage.Pressed key -> keys.size() < KEYS && keys.add(key);
            case CallMessage.Told told -> news.size() < NEWS && news.add(told);
            default -> messages.size() < CAPACITY && messages.add(message);
        };
    }

    /**
     * Waits for a message that is no key. An answer that came before the end is still delivered before it, since it tells
     * what kind of end it is.
     *
     * @return null when none came in time
     * @throws CallEnded with {@link EndReason#SHUT_DOWN} when the thread is interrupted, which only a shutdown does
     */
    CallMessage take(Duration atMost) {
        return await(atMost, this::pollMessage);
    }

    /** The same, for keys too. A key that is there already comes first. */
    CallMessage takeAny(Duration atMost) {
        return await(atMost, () -> ended == null && !keys.isEmpty() ? keys.poll() : pollMessage());
    }

    /** The same, for keys and the end alone: other messages stay where they are. */
    CallMessage takeKey(Duration atMost) {
        return await(atMost, () -> ended != null ? ended : keys.poll());
    }

    /** The same, for everything: first what the engine's other parts say, then keys, then what is heard of sounds. */
    CallMessage takeAll(Duration atMost) {
        return await(atMost, () -> {
            if (ended != null) {
                return ended;
            }
            return !news.isEmpty() ? news.poll() : !keys.isEmpty() ? keys.poll() : messages.poll();
        });
    }

    /** Forgets the keys that were pressed so far. */
    void forgetKeys() {
        lock.lock();
        try {
            keys.clear();
        } finally {
            lock.unlock();
        }
    }

    private CallMessage pollMessage() {
        return ended != null && !(messages.peek() instanceof CallMessage.Answered) ? ended : messages.poll();
    }

    private CallMessage await(Duration atMost, Supplier<CallMessage> poll) {
        var left = atMost.toNanos();
        try {
            while (true) {
                var message = locked(poll);
                if (message != null || left <= 0) {
                    return message;
                }
                left = bell.await(left);
            }
        } catch (InterruptedException _) {
            throw new CallEnded(EndReason.SHUT_DOWN);
        }
    }

    private <T> T locked(Supplier<T> reading) {
        lock.lock();
        try {
            return reading.get();
        } finally {
            lock.unlock();
        }
    }

    /** Whether the end has come. */
    Optional<EndReason> ended() {
        return locked(() -> Optional.ofNullable(ended).map(CallMessage.Ended::reason));
    }

    /** Takes no more messages, so that whoever posts knows that nobody will read them. */
    void close() {
        lock.lock();
        try {
            closed = true;
        } finally {
            lock.unlock();
        }
    }
}
