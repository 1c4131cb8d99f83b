package org.switchboard.telephony.figures;

import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;

/** What was counted of calls: of a queue, an agent, an hour, or any sum of such. Immutable. */
public final class CallFigures {

    /** Nothing happened. */
    public static final CallFigures NONE = new CallFigures(new long[Measure.values().length]);

    private final long[] values;

    private CallFigures(long[] values) {
        this.values = values;
    }

    /** Counts; for one thread. */
    static final class Tally {

        private final long[] values = new long[Measure.values().length];

        void add(Measure measure, long amount) {
            values[measure.ordinal()] = join(measure, values[measure.ordinal()], amount);
        }

        void add(CallFigures other) {
            for (Measure measure : Measure.values()) {
                add(measure, other.values[measure.ordinal()]);
            }
        }

        void add(Tally other) {
            for (Measure measure : Measure.values()) {
                add(measure, other.values[measure.ordinal()]);
            }
        }

        CallFigures figures() {
            return new CallFigures(values.clone());
        }
    }

    private static long join(Measure measure, long one, long other) {
        return measure.isMaximum() ? Math.max(one, other) : one + other;
    }

    /**
     * What was counted.
     *
     * @param measure of what
     * @return the count, or milliseconds; never negative
     */
    public long get(Measure measure) {
        return values[measure.ordinal()];
    }

    /**
     * Both together.
     *
     * @param other others
     * @return the sum, the longer wait of both
     */
    public CallFigures plus(CallFigures other) {
        Tally both = new Tally();
        both.add(this);
        both.add(other);
        return both.figures();
    }

    /**
     * Callers who left without an agent and did not hang up, by whatever way.
     *
     * @return how many
     */
    public long left() {
        return get(Measure.LEFT_FULL) + get(Measure.LEFT_MAX_WAIT) + get(Measure.LEFT_NO_AGENTS) + get(Measure.LEFT_KEY) + get(Measure.LEFT_OTHER);
    }

    /**
     * The calls that the service level is counted from: the answered ones, those abandoned after the queue's time, and those that left
     * because nobody took them in time or nobody was there.
     *
     * @return how many
     */
    public long serviceLevelCalls() {
        return get(Measure.ANSWERED) + get(Measure.ABANDONED_LATE) + get(Measure.LEFT_MAX_WAIT) + get(Measure.LEFT_NO_AGENTS);
    }

    /**
     * The share of {@link #serviceLevelCalls()} that was answered within the queue's time.
     *
     * @return 0 to 1; empty when there were no such calls
     */
    public OptionalDouble serviceLevel() {
        long of = serviceLevelCalls();
        return of == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) get(Measure.ANSWERED_IN_TIME) / of);
    }

    /**
     * How long the answered ones waited on average (average speed of answer).
     *
     * @return the time; empty when none was answered
     */
    public Optional<Duration> averageWait() {
        return average(get(Measure.WAITED_ANSWERED), get(Measure.ANSWERED));
    }

    /**
     * How long the abandoned ones waited on average.
     *
     * @return the time; empty when none was abandoned
     */
    public Optional<Duration> averageWaitOfAbandoned() {
        return average(get(Measure.WAITED_ABANDONED), get(Measure.ABANDONED));
    }

    /**
     * How long who waited longest waited.
     *
     * @return the time; zero when nobody waited
     */
    public Duration longestWait() {
        return Duration.ofMillis(get(Measure.LONGEST_WAIT));
    }

    /**
     * The average length of a talk.
     *
     * @return the time; empty when no talk ended
     */
    public Optional<Duration> averageTalk() {
        return average(get(Measure.TALKED), get(Measure.TALKS));
    }

    /**
     * The average time after a talk.
     *
     * @return the time; empty when no talk ended
     */
    public Optional<Duration> averageWrapUp() {
        return average(get(Measure.WRAP_UP), get(Measure.TALKS));
    }

    /**
     * The average time that a call took an agent: talk and what came after it.
     *
     * @return the time; empty when no talk ended
     */
    public Optional<Duration> averageHandling() {
        return average(get(Measure.TALKED) + get(Measure.WRAP_UP), get(Measure.TALKS));
    }

    private static Optional<Duration> average(long millis, long count) {
        return count == 0 ? Optional.empty() : Optional.of(Duration.ofMillis(Math.round((double) millis / count)));
    }

    /**
     * Whether nothing was counted.
     *
     * @return true when all is zero
     */
    public boolean isEmpty() {
        return equals(NONE);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CallFigures figures && Arrays.equals(values, figures.values);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("CallFigures");
        for (Measure measure : Measure.values()) {
            if (get(measure) != 0) {
                text.append(' ').append(measure).append('=').append(get(measure));
            }
        }
        return text.toString();
    }
}
