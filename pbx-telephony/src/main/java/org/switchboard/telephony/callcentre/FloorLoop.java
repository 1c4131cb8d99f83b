package org.switchboard.telephony.callcentre;

import java.time.Duration;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.switchboard.telephony.call.CallThreads;

/** The one thread of a floor: does what it is told, one thing after the other, and looks after it when something falls due by itself. */
final class FloorLoop implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(FloorLoop.class);
    /** So many things are done before the outcome is shown. */
    private static final int BATCH = 200;
    private static final Duration LONGEST = Duration.ofHours(1);

    private final ConcurrentLinkedQueue<Runnable> tasks = new ConcurrentLinkedQueue<>();
    private final CallThreads.Bell bell;
    private final String name;
    private final Runnable afterBatch;
    private final Supplier<Duration> untilDue;
    private final Runnable due;
    private volatile boolean closed;

    /**
     * Makes a loop; it runs from {@link #start}.
     *
     * @param name       for logs
     * @param threads    what it lives on
     * @param afterBatch done after some things have been done
     * @param untilDue   how long until something falls due; null for never
     * @param due        done when it does
     */
    FloorLoop(String name, CallThreads threads, Runnable afterBatch, Supplier<Duration> untilDue, Runnable due) {
        this.name = name;
        this.bell = threads.bell();
        this.afterBatch = afterBatch;
        this.untilDue = untilDue;
        this.due = due;
    }

    void start(CallThreads threads) {
        threads.unstarted(this::work).start();
    }

    /** Has something done soon. Never waits. */
    void tell(Runnable task) {
        tasks.add(task);
        bell.ring();
    }

    private void work() {
        try {
            while (!closed) {
                var done = 0;
                for (var task = tasks.poll(); task != null; task = ++done < BATCH ? tasks.poll() : null) {
                    guarded(task);
                }
                var left = untilDue.get();
                if (left != null && (left.isZero() || left.isNegative())) {
                    guarded(due);
                    done++;
                }
                if (done > 0) {
                    guarded(afterBatch);
                } else {
                    bell.await((left == null || left.compareTo(LONGEST) > 0 ? LONGEST : left).toNanos());
                }
            }
        } catch (InterruptedException _) {
            log.debug("{} ends", name);
        }
    }

    /** A defect costs one thing, not the floor. */
    private void guarded(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException e) {
            log.error("{} failed at something and goes on", name, e);
        }
    }

    /** Does nothing more, not even what it was told already. */
    @Override
    public void close() {
        closed = true;
        bell.ring();
    }
}
