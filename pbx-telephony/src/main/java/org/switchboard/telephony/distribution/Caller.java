package org.switchboard.telephony.distribution;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;

/** A caller in a queue, from coming to being answered or leaving. Times are milliseconds of the epoch. */
final class Caller implements Sleeper {

    /** For those of one priority in one queue, and for the pulled: their order does not change with time. */
    static final Comparator<Caller> STEADY = Comparator.<Caller>comparingLong(caller -> caller.rank)
            .thenComparingLong(caller -> caller.enteredAt).thenComparing(caller -> caller.visit);

    private final Alarm alarm = new Alarm(this);
    final String visit;
    final long enteredAt;
    Line line;
    int priority;
    /** 0 for who was not pulled to the front; otherwise the lower, the earlier. */
    long rank;
    boolean callback;
    /** Whether a callback may be made now. */
    boolean due;
    /** In the line's order of those for whom an agent is looked for; kept by {@link Line}. */
    boolean asking;
    /** Who rings for this caller, or has just been told to stop; null when nobody does. */
    OpenOffer offer;
    private Map<Agent, Integer> tries = Map.of();

    Caller(String visit, long enteredAt, Line line) {
        this.visit = visit;
        this.enteredAt = enteredAt;
        this.line = line;
    }

    long waited(long now) {
        return now - enteredAt;
    }

    boolean overdue(long now) {
        return !callback && waited(now) >= line.maxWait;
    }

    /** How often an agent did not take this caller. */
    int tries(Agent agent) {
        return tries.isEmpty() ? 0 : tries.getOrDefault(agent, 0);
    }

    void tried(Agent agent) {
        if (tries.isEmpty()) {
            tries = new HashMap<>();
        }
        tries.merge(agent, 1, Integer::sum);
    }

    /**
     * The order in which callers are served, over all queues: first who was pulled to the front, in the order of the pulls; then by priority with what
     * waiting has added to it; then who came first. Of two of the same queue and priority the earlier is never behind.
     */
    static Comparator<Caller> orderAt(long now) {
        return (one, other) -> {
            if (one.rank != 0 || other.rank != 0) {
                return one.rank != 0 && other.rank != 0 ? STEADY.compare(one, other) : one.rank != 0 ? -1 : 1;
            }
            int byPriority = Long.compare(other.grown(now), one.grown(now));
            return byPriority != 0 ? byPriority : STEADY.compare(one, other);
        };
    }

    private long grown(long now) {
        return priority + (line.aging == Timers.NEVER ? 0 : Math.max(0, waited(now)) / line.aging);
    }

    @Override
    public Alarm alarm() {
        return alarm;
    }
}
