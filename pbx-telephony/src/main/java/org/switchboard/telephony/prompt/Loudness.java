package org.switchboard.telephony.prompt;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * How loud speech is to somebody who listens: the level of the stretches in which something is said. After the idea of
 * ITU-R BS.1770 (gated mean energy), without its filter, which changes little in the telephone's band.
 */
final class Loudness {

    /** What all prompts are brought to, in dB of full scale: about -16 LUFS, and no louder than Asterisk's own sounds sound. */
    static final double WANTED = -18;

    /** What is fainter than this is nobody's voice, in dB of full scale. */
    static final double NOTHING = -60;

    /** Stretches this much below the loudest one are pauses, in dB. */
    private static final double PAUSE = -20;

    private static final int STRETCH = PromptSound.RATE / 10;
    private static final double FULL_SCALE = 32_768;
    /** Above this part of full scale peaks are bent instead of cut. */
    private static final double KNEE = 0.6;
    private static final double CLOSE_ENOUGH = 0.1;
    private static final int ROUNDS = 6;

    private Loudness() {
    }

    /**
     * Measures a sound.
     *
     * @param sound any length
     * @return dB of full scale, 0 or less; negative infinity for silence
     */
    static double of(PromptSound sound) {
        return of(samples(sound), 1);
    }

    /**
     * Makes a sound as loud as all the others. Its peaks are bent where they would not fit; as that takes loudness away, the
     * amplification is found in a few rounds.
     *
     * @param sound something that can be heard
     * @return the same at {@link #WANTED}
     */
    static PromptSound levelled(PromptSound sound) {
        float[] samples = samples(sound);
        double factor = 1;
        for (int round = 0; round < ROUNDS; round++) {
            double missing = WANTED - of(samples, factor);
            if (Math.abs(missing) < CLOSE_ENOUGH) {
                break;
            }
            factor *= Math.pow(10, missing / 20);
        }
        byte[] wav = sound.wav().clone();
        ByteBuffer target = ByteBuffer.wrap(wav).order(ByteOrder.LITTLE_ENDIAN).position(PromptSound.HEADER);
        for (float sample : samples) {
            target.putShort((short) Math.round(bent(sample * factor) * (FULL_SCALE - 1)));
        }
        return new PromptSound(wav);
    }

    private static double of(float[] samples, double factor) {
        int count = Math.max(1, samples.length / STRETCH);
        double[] energies = new double[count];
        for (int stretch = 0; stretch < count; stretch++) {
            int end = Math.min(samples.length, (stretch + 1) * STRETCH);
            double sum = 0;
            for (int i = stretch * STRETCH; i < end; i++) {
                double sample = bent(samples[i] * factor);
                sum += sample * sample;
            }
            energies[stretch] = sum / Math.max(1, end - stretch * STRETCH);
        }
        double floor = Arrays.stream(energies).max().orElse(0) * Math.pow(10, PAUSE / 10);
        return 10 * Math.log10(Arrays.stream(energies).filter(energy -> energy >= floor).average().orElse(0));
    }

    private static double bent(double sample) {
        double size = Math.abs(sample);
        return size <= KNEE ? sample : Math.signum(sample) * (KNEE + (1 - KNEE) * Math.tanh((size - KNEE) / (1 - KNEE)));
    }

    private static float[] samples(PromptSound sound) {
        var source = ByteBuffer.wrap(sound.wav(), PromptSound.HEADER, sound.wav().length - PromptSound.HEADER)
                .order(ByteOrder.LITTLE_ENDIAN).asShortBuffer();
        float[] samples = new float[source.remaining()];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (float) (source.get() / FULL_SCALE);
        }
        return samples;
    }
}
