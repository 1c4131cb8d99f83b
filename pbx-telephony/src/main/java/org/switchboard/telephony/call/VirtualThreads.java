package org.switchboard.telephony.call;

import java.util.concurrent.ThreadFactory;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** One virtual thread for each call, and real time. */
public final class VirtualThreads implements CallThreads {

    private final ThreadFactory threads;

    /** Threads for calls. */
    public VirtualThreads() {
        this("call-");
    }

    /**
     * Threads by another name.
     *
     * @param prefix what their names begin with; a number follows
     */
    public VirtualThreads(String prefix) {
        threads = Thread.ofVirtual().name(prefix, 1).factory();
    }

    @Override
    public Thread unstarted(Runnable work) {
        return threads.newThread(work);
    }

    @Override
    public Bell bell() {
        return new RealBell();
    }

    /** A bell in real time. */
    private static final class RealBell implements Bell {

        private final ReentrantLock lock = new ReentrantLock();
        private final Condition news = lock.newCondition();
        private boolean rung;

        @Override
        public void ring() {
            lock.lock();
            try {
                rung = true;
                news.signal();
            } finally {
                lock.unlock();
            }
        }

        @Override
        public long await(long nanos) throws InterruptedException {
            lock.lock();
            try {
                var left = nanos;
                while (!rung && left > 0) {
                    left = news.awaitNanos(left);
                }
                rung = false;
                return left;
            } finally {
                lock.unlock();
            }
        }
    }
}
