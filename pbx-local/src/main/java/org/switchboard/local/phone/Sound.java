package org.switchboard.local.phone;

import java.util.Arrays;

/**
 * A stretch of sound that a phone heard.
 *
 * @param samples mono, from -1 to 1
 * @param rate samples a second
 */
public record Sound(float[] samples, int rate) {

    /** Length of the stretches that are judged one by one: short enough that a lost packet spoils only one. */
    private static final double WINDOW_SECONDS = 0.1;

    /** Below this a human hears nothing: about -50 dB of full scale. */
    private static final double SILENCE = 0.003;

    /** How long it is, in seconds. */
    public double seconds() {
        return (double) samples.length / rate;
    }

    /** The end of it; all of it when it is shorter. */
    public Sound last(double seconds) {
        int length = Math.min(samples.length, (int) (seconds * rate));
        return new Sound(Arrays.copyOfRange(samples, samples.length - length, samples.length), rate);
    }

    /** Root of the mean square, from 0 (nothing) to 1. */
    public double loudness() {
        return rms(0, samples.length);
    }

    /** Whether nothing is to be heard. */
    public boolean isSilent() {
        return loudness() < SILENCE;
    }

    /**
     * How much of this sound is one pure tone: the part of the stretches in which the tone has most of the energy.
     *
     * @return from 0 (not at all) to 1 (nothing else)
     */
    public double partWithTone(int hertz) {
        int window = (int) (rate * WINDOW_SECONDS);
        int all = 0;
        int withTone = 0;
        for (int start = 0; start + window <= samples.length; start += window) {
            all++;
            if (rms(start, window) >= SILENCE && toneShare(start, window, hertz) > 0.6) {
                withTone++;
            }
        }
        return all == 0 ? 0 : (double) withTone / all;
    }

    /** How loud one frequency is in all of it, as the amplitude of its sine, from 0 to 1; also where others sound with it. */
    public double level(int hertz) {
        return samples.length == 0 ? 0 : 2 * Math.sqrt(power(0, samples.length, hertz)) / samples.length;
    }

    /** Part of the stretches in which anything at all is to be heard, from 0 to 1. */
    public double partWithSound() {
        int window = (int) (rate * WINDOW_SECONDS);
        int all = 0;
        int loud = 0;
        for (int start = 0; start + window <= samples.length; start += window) {
            all++;
            if (rms(start, window) >= SILENCE) {
                loud++;
            }
        }
        return all == 0 ? 0 : (double) loud / all;
    }

    /** Energy at one frequency, as a share of all energy in the stretch. */
    private double toneShare(int start, int length, int hertz) {
        double energy = 0;
        for (int i = start; i < start + length; i++) {
            energy += samples[i] * samples[i];
        }
        return energy == 0 ? 0 : 2 * power(start, length, hertz) / (length * energy);
    }

    /** Goertzel's algorithm: the squared size of one frequency's component. */
    private double power(int start, int length, int hertz) {
        double coefficient = 2 * Math.cos(2 * Math.PI * hertz / rate);
        double before = 0;
        double last = 0;
        for (int i = start; i < start + length; i++) {
            double now = samples[i] + coefficient * last - before;
            before = last;
            last = now;
        }
        return Math.max(0, last * last + before * before - coefficient * last * before);
    }

    private double rms(int start, int length) {
        double sum = 0;
        for (int i = start; i < start + length; i++) {
            sum += samples[i] * samples[i];
        }
        return length == 0 ? 0 : Math.sqrt(sum / length);
    }
}
