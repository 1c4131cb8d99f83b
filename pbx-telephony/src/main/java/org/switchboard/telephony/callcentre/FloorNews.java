package org.switchboard.telephony.callcentre;

import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;
import org.switchboard.telephony.input.NotFound;

/**
 * Lets a command that names what floors do not know yet wait for the next plans: what was made a moment ago is in the database
 * before it is here.
 */
final class FloorNews {

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition came = lock.newCondition();
    private long plans;

    /** New plans have come. */
    void came() {
        lock.lock();
        try {
            plans++;
            came.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /**
     * Carries a command out, again with each news while something is not found.
     *
     * @throws NotFound when it is not found in time
     */
    void carryOut(UUID agentId, Function<UUID, Floor> floor, Consumer<Crew> command) {
        var left = PATIENCE.toNanos();
        while (true) {
            var known = count();
            try {
                floor.apply(agentId).agent(command);
                return;
            } catch (NotFound unknown) {
                left = awaitOther(known, left);
                if (left <= 0) {
                    throw unknown;
                }
            }
        }
    }

    private long count() {
        lock.lock();
        try {
            return plans;
        } finally {
            lock.unlock();
        }
    }

    /** What is left of the time; nothing when no other plans came. */
    private long awaitOther(long known, long atMost) {
        var left = atMost;
        lock.lock();
        try {
            while (plans == known && left > 0) {
                left = came.awaitNanos(left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            left = 0;
        } finally {
            lock.unlock();
        }
        return left;
    }
}
