package org.switchboard.telephony.callcentre;

import java.time.Duration;
import java.util.Map;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How long a caller is likely to wait: the callers up to that one, times how long talks of the queue take of late, shared by the agents who are at work for
 * it. Without a talk since the start nothing is said, rather than something made up.
 */
final class WaitEstimate {

    /** Weight of the newest talk. */
    private static final double NEW = 0.1;

    private final Map<UUID, Double> seconds = new ConcurrentHashMap<>();

    /** A talk of a queue, with the wrap-up that follows, takes so long. */
    void learn(UUID queueId, Duration talk) {
        seconds.merge(queueId, talk.toMillis() / 1000.0, (known, now) -> known + NEW * (now - known));
    }

    /** Whole minutes, rounded up; empty when it cannot be told. */
    OptionalInt minutes(UUID queueId, int position, long agents) {
        var each = seconds.get(queueId);
        return each == null || agents == 0 || position < 1 ? OptionalInt.empty() : OptionalInt.of((int) Math.ceil(position * each / agents / 60));
    }
}
