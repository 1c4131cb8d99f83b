package org.switchboard.local.process;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for a condition of another process that nothing announces: asks again and again until a deadline. */
public final class Await {

    private static final Duration PAUSE = Duration.ofMillis(25);

    private Await() {
    }

    /**
     * @param limit how long to wait at most
     * @param done the condition; asked at least once
     * @return whether the condition came true in time
     */
    public static boolean until(Duration limit, BooleanSupplier done) {
        long deadline = System.nanoTime() + limit.toNanos();
        while (!done.getAsBoolean()) {
            if (System.nanoTime() >= deadline || Thread.currentThread().isInterrupted()) {
                return false;
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
        return true;
    }
}
