package org.switchboard.local.phone;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.DoubleStream;

/**
 * Response times, in milliseconds.
 *
 * @param sorted ascending
 */
public record Latencies(double[] sorted) {

    /** From times in any order. */
    public static Latencies of(DoubleStream milliseconds) {
        return new Latencies(milliseconds.sorted().toArray());
    }

    /** Both together. */
    public Latencies and(Latencies other) {
        return of(DoubleStream.concat(Arrays.stream(sorted), Arrays.stream(other.sorted)));
    }

    /** How many. */
    public int count() {
        return sorted.length;
    }

    /**
     * Nearest-rank percentile.
     *
     * @param percent from 0 to 100
     * @return not a number when there are no times
     */
    public double percentile(double percent) {
        if (sorted.length == 0) {
            return Double.NaN;
        }
        int rank = (int) Math.ceil(percent / 100 * sorted.length);
        return sorted[Math.max(0, rank - 1)];
    }

    /** The usual three, for a table. */
    public String summary() {
        return String.format(Locale.ROOT, "%.1f / %.1f / %.1f", percentile(50), percentile(95), percentile(99));
    }
}
