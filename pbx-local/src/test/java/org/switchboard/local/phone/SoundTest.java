package org.switchboard.local.phone;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The measuring instrument must be right before anything is measured with it. */
final class SoundTest {

    private static final int RATE = 8_000;

    @Test
    void given_a_tone_when_measured_then_only_its_own_pitch_is_found() {
        var sound = new Sound(tone(440, 0.3), RATE);

        assertThat(sound.partWithTone(440)).isEqualTo(1);
        assertThat(sound.partWithTone(1000)).isZero();
        assertThat(sound.partWithSound()).isEqualTo(1);
        assertThat(sound.isSilent()).isFalse();
        assertThat(sound.seconds()).isEqualTo(2);
    }

    @Test
    void given_noise_when_measured_then_it_is_sound_but_no_tone() {
        var random = new Random(1);
        var samples = new float[2 * RATE];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = random.nextFloat() - 0.5f;
        }

        assertThat(new Sound(samples, RATE).partWithTone(440)).isZero();
        assertThat(new Sound(samples, RATE).partWithSound()).isEqualTo(1);
    }

    @Test
    void given_a_tone_too_soft_for_a_human_when_measured_then_it_is_silence() {
        var sound = new Sound(tone(440, 0.001), RATE);

        assertThat(sound.isSilent()).isTrue();
        assertThat(sound.partWithTone(440)).isZero();
        assertThat(sound.partWithSound()).isZero();
    }

    @Test
    void given_a_tone_for_half_of_the_time_when_measured_then_half_is_found() {
        var samples = tone(440, 0.3);
        Arrays.fill(samples, 0, RATE, 0);

        assertThat(new Sound(samples, RATE).partWithTone(440)).isEqualTo(0.5);
    }

    private static float[] tone(int hertz, double amplitude) {
        var samples = new float[2 * RATE];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (float) (amplitude * Math.sin(2 * Math.PI * hertz * i / RATE));
        }
        return samples;
    }
}
