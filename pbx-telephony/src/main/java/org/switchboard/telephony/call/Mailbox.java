package org.switchboard.telephony.call;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The one way in which other threads tell a call something. Bounded: a call needs few messages, so more than a handful
 * of unread ones means that they repeat themselves, and they are dropped. The end has a place of its own, is never
 * dropped, and is found out before anything else.
 */
final class Mailbox {

    private static final int CAPACITY = 16;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition news = lock.newCondition();
    private final ArrayDeque<CallMessage> messages = new ArrayDeque<>(CAPACITY);
    private CallMessage.Ended ended;
    private boolean closed;

    /**
     * Puts a message in.
     *
     * @return false when there was no room for it, or nobody reads any more
     */
    boolean post(CallMessage message) {
        lock.lock();
        try {
            if (closed) {
                return false;
            }
            if (message instanceof CallMessage.Ended end) {
                ended = ended == null ? end : ended;
            } else if (messages.size() == CAPACITY) {
                return false;
            } else {
                messages.add(message);
            }
            news.signal();
            return true;
        } finally {
            lock.unlock();
        }
    }

    /**
     * Waits for a message. An answer that came before the end is still delivered before it, since it tells what kind of end it is.
     *
     * @return null when none came in time
     * @throws CallEnded with {@link EndReason#SHUT_DOWN} when the thread is interrupted, which only a shutdown does
     */
    CallMessage take(Duration atMost) {
        lock.lock();
        try {
            var left = atMost.toNanos();
            while (messages.isEmpty() && ended == null && left > 0) {
                left = news.awaitNanos(left);
            }
            return ended != null && !(messages.peek() instanceof CallMessage.Answered) ? ended : messages.poll();
        } catch (InterruptedException _) {
            throw new CallEnded(EndReason.SHUT_DOWN);
        } finally {
            lock.unlock();
        }
    }

    /** Whether the end has come. */
    Optional<EndReason> ended() {
        lock.lock();
        try {
            return Optional.ofNullable(ended).map(CallMessage.Ended::reason);
        } finally {
            lock.unlock();
        }
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
