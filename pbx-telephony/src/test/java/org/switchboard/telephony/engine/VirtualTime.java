package org.switchboard.telephony.engine;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.switchboard.telephony.call.CallThreads;

/**
 * Time that a test moves. Threads of calls wait in it, things happen in it at set moments; it goes on only when every thread of a
 * call waits, and then by one thing at a time, so that a run is the same every time and takes no longer than its computing.
 */
final class VirtualTime implements CallThreads, InstantSource {

    /** A thread that neither waits nor ends within this is a defect. */
    private static final Duration REAL_PATIENCE = Duration.ofSeconds(30);

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition allWait = lock.newCondition();
    private final PriorityQueue<Due> agenda = new PriorityQueue<>(Comparator.comparingLong(Due::at).thenComparingLong(Due::number));
    private final Instant begin;
    private long now;
    private long number;
    private int running;

    VirtualTime(Instant begin) {
        this.begin = begin;
    }

    @Override
    public Instant instant() {
        lock.lock();
        try {
            return begin.plusNanos(now);
        } finally {
            lock.unlock();
        }
    }

    /** Something that happens later, on the thread that moves the time. What is due at the same moment happens in this order. */
    void after(Duration delay, Runnable happening) {
        lock.lock();
        try {
            enter(delay.toNanos(), happening);
        } finally {
            lock.unlock();
        }
    }

    private Due enter(long delay, Runnable happening) {
        var due = new Due(now + Math.max(0, delay), number++, happening);
        agenda.add(due);
        return due;
    }

    /**
     * Lets everything happen that is due within a time, and ends at the end of it; or sooner, when nothing is due any more.
     *
     * @throws IllegalStateException when a thread is stuck
     */
    void run(Duration atMost) {
        lock.lock();
        try {
            var end = now + atMost.toNanos();
            while (true) {
                awaitAllWaiting();
                var next = agenda.peek();
                if (next == null || next.at > end) {
                    now = next == null ? now : end;
                    return;
                }
                agenda.remove();
                now = next.at;
                lock.unlock();
                try {
                    next.happening.run();
                } finally {
                    lock.lock();
                }
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException("interrupted", e);
        } finally {
            lock.unlock();
        }
    }

    private void awaitAllWaiting() throws InterruptedException {
        var left = REAL_PATIENCE.toNanos();
        while (running > 0) {
            if (left <= 0) {
                throw new IllegalStateException(running + " threads of calls neither wait nor end");
            }
            left = allWait.awaitNanos(left);
        }
    }

    @Override
    public Thread unstarted(Runnable work) {
        begins();
        return Thread.ofVirtual().unstarted(() -> {
            try {
                work.run();
            } finally {
                ends();
            }
        });
    }

    private void begins() {
        lock.lock();
        try {
            running++;
        } finally {
            lock.unlock();
        }
    }

    private void ends() {
        lock.lock();
        try {
            if (--running == 0) {
                allWait.signal();
            }
        } finally {
            lock.unlock();
        }
    }

    @Override
    public Bell bell() {
        return new VirtualBell();
    }

    /** Something on the agenda. */
    private record Due(long at, long number, Runnable happening) {
    }

    /** A bell in this time. */
    private final class VirtualBell implements Bell {

        private final Condition news = lock.newCondition();
        private boolean rung;
        private boolean waiting;

        @Override
        public void ring() {
            lock.lock();
            try {
                rung = true;
                wake();
            } finally {
                lock.unlock();
            }
        }

        /** Whoever is woken counts as running from this moment, not only from when its thread is scheduled. */
        private void wake() {
            if (waiting) {
                waiting = false;
                running++;
                news.signal();
            }
        }

        private void timeIsUp() {
            lock.lock();
            try {
                wake();
            } finally {
                lock.unlock();
            }
        }

        @Override
        public long await(long nanos) throws InterruptedException {
            lock.lock();
            try {
                if (rung) {
                    rung = false;
                    return nanos;
                }
                var due = enter(nanos, this::timeIsUp);
                waiting = true;
                ends();
                try {
                    while (waiting) {
                        news.await(REAL_PATIENCE.toSeconds() * 10, TimeUnit.SECONDS);
                    }
                } finally {
                    wake();
                    agenda.remove(due);
                }
                rung = false;
                return due.at - now;
            } finally {
                lock.unlock();
            }
        }
    }
}
