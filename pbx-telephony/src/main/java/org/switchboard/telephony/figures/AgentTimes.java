package org.switchboard.telephony.figures;

import java.time.Duration;
import java.util.Collections;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How long an agent was in which state.
 *
 * @param signedIn  in all, which is what the others add up to
 * @param free      waiting for a call, its phone ringing or on a call of its own
 * @param talking   with callers of queues
 * @param wrapUp    finishing off after a talk
 * @param paused    paused, by the reason's name; empty text for none
 */
public record AgentTimes(Duration signedIn, Duration free, Duration talking, Duration wrapUp, SortedMap<String, Duration> paused) {

    /** No time at all. */
    public static final AgentTimes NONE = new AgentTimes(Duration.ZERO, Duration.ZERO, Duration.ZERO, Duration.ZERO, new TreeMap<>());

    /** Copies the map. */
    public AgentTimes {
        paused = Collections.unmodifiableSortedMap(new TreeMap<>(paused));
    }

    /**
     * Time in one state.
     *
     * @param state  which
     * @param reason why, for a pause
     * @param time   how long
     * @return the times
     */
    static AgentTimes of(AgentClock.State state, String reason, Duration time) {
        return switch (state) {
            case SIGNED_OUT -> NONE;
            case FREE -> new AgentTimes(time, time, Duration.ZERO, Duration.ZERO, new TreeMap<>());
            case TALKING -> new AgentTimes(time, Duration.ZERO, time, Duration.ZERO, new TreeMap<>());
            case WRAP_UP -> new AgentTimes(time, Duration.ZERO, Duration.ZERO, time, new TreeMap<>());
            case PAUSED -> {
                SortedMap<String, Duration> paused = new TreeMap<>();
                paused.put(reason, time);
                yield new AgentTimes(time, Duration.ZERO, Duration.ZERO, Duration.ZERO, paused);
            }
        };
    }

    /**
     * Both together.
     *
     * @param other others
     * @return the sum
     */
    public AgentTimes plus(AgentTimes other) {
        SortedMap<String, Duration> both = new TreeMap<>(paused);
        other.paused.forEach((reason, time) -> both.merge(reason, time, Duration::plus));
        return new AgentTimes(signedIn.plus(other.signedIn), free.plus(other.free), talking.plus(other.talking), wrapUp.plus(other.wrapUp), both);
    }

    /**
     * All pauses together.
     *
     * @return the sum
     */
    public Duration pausedAll() {
        return paused.values().stream().reduce(Duration.ZERO, Duration::plus);
    }

    /**
     * The share of the time signed in, pauses left out, in which there was something to do (occupancy).
     *
     * @return 0 to 1; empty when there was no such time
     */
    public OptionalDouble occupancy() {
        Duration busy = talking.plus(wrapUp);
        long of = busy.plus(free).toMillis();
        return of == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) busy.toMillis() / of);
    }
}
