package org.switchboard.web.call;

import java.util.Locale;

/**
 * The picture of a recording: the company's side above the middle, the other's below, as outlines for SVG.
 *
 * @param ours   outline of the upper half
 * @param theirs outline of the lower half
 */
public record Waveform(String ours, String theirs) {

    /** Width of the picture. */
    public static final int WIDTH = 1000;

    /** Height of the picture. */
    public static final int HEIGHT = 80;

    private static final double LOUDEST = 255;

    /**
     * Draws a recording.
     *
     * @param peaks loudest moments, 0 to 255: first the company's side, then as many of the other's
     * @return the picture
     */
    public static Waveform of(byte[] peaks) {
        int stretches = peaks.length / 2;
        return new Waveform(outline(peaks, 0, stretches, -1), outline(peaks, stretches, stretches, 1));
    }

    /** Loudness is heard in ratios: the root lets quiet voices be seen. */
    private static String outline(byte[] peaks, int from, int count, int direction) {
        double middle = HEIGHT / 2.0;
        var path = new StringBuilder("M0 ").append(number(middle));
        for (int i = 0; i < count; i++) {
            double y = middle + direction * (0.5 + Math.sqrt((peaks[from + i] & 0xff) / LOUDEST) * (middle - 1.5));
            path.append('L').append(number(i * (double) WIDTH / count)).append(' ').append(number(y))
                    .append('H').append(number((i + 1) * (double) WIDTH / count));
        }
        return path.append('V').append(number(middle)).append('Z').toString();
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
