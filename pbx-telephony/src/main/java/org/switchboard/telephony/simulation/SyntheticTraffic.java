package org.switchboard.telephony.simulation;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;

/**
 * Callers who were never there: they come independently of each other at the rate of each hour (Poisson), talk for times that are spread as talks are
 * (log-normal), and lose patience at a constant rate (exponential).
 *
 * @param queueId      the queue
 * @param callsPerHour how many come on average, hour by hour from the beginning of the day on
 * @param talk         the mean length of a talk
 * @param spread       the standard deviation of the talks' logarithms, 0 for equal talks; 0.6 is usual
 * @param patience     how long callers wait on average before they hang up; null for as long as it takes
 * @param priority     of each
 */
public record SyntheticTraffic(UUID queueId, List<Double> callsPerHour, Duration talk, double spread, Duration patience, int priority) {

    /** Keeps an unchangeable copy. */
    public SyntheticTraffic {
        callsPerHour = List.copyOf(callsPerHour);
    }

    /**
     * Draws a day.
     *
     * @param begin the first moment of the day
     * @param seed  the same seed draws the same day
     * @return its callers
     */
    public Traffic draw(Instant begin, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<SimulatedCall> calls = new ArrayList<>();
        for (int hour = 0; hour < callsPerHour.size(); hour++) {
            Instant from = begin.plus(Duration.ofHours(hour));
            double rate = callsPerHour.get(hour);
            for (double at = gap(random, rate); at < 1; at += gap(random, rate)) {
                calls.add(new SimulatedCall(from.plusMillis((long) (at * 3_600_000)), queueId, priority, drawn(random, patience), null, talk(random), null));
            }
        }
        return new Traffic(calls);
    }

    /** In hours. */
    private static double gap(SplittableRandom random, double perHour) {
        return perHour <= 0 ? 1 : random.nextExponential() / perHour;
    }

    private static Duration drawn(SplittableRandom random, Duration mean) {
        return mean == null ? null : Duration.ofMillis((long) (random.nextExponential() * mean.toMillis()));
    }

    /** The mean of a log-normal distribution is exp(mu + sigma^2 / 2). */
    private Duration talk(SplittableRandom random) {
        return Duration.ofMillis((long) (talk.toMillis() * Math.exp(spread * random.nextGaussian() - spread * spread / 2)));
    }
}
