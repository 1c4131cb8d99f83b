package org.switchboard.telephony.voicemail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import javax.sound.sampled.AudioSystem;
import org.junit.jupiter.api.Test;
import org.switchboard.local.phone.Sound;

final class GreetingSoundTest {

    @Test
    void given_a_prompts_sound_when_narrowed_then_it_is_8_khz_and_sounds_the_same() throws Exception {
        byte[] narrow = GreetingSound.narrowed(Tones.wav(620, 2, 16_000));

        try (var audio = AudioSystem.getAudioInputStream(new ByteArrayInputStream(narrow))) {
            assertThat(audio.getFormat().getSampleRate()).isEqualTo(8000);
            assertThat(audio.getFormat().getSampleSizeInBits()).isEqualTo(16);
            assertThat(audio.getFormat().getChannels()).isEqualTo(1);
            byte[] bytes = audio.readAllBytes();
            var samples = new float[bytes.length / 2];
            for (int i = 0; i < samples.length; i++) {
                samples[i] = (short) (bytes[2 * i] & 0xff | bytes[2 * i + 1] << 8) / 32768f;
            }
            var sound = new Sound(samples, 8000);
            assertThat(sound.seconds()).isBetween(1.98, 2.02);
            assertThat(sound.partWithTone(620)).isGreaterThan(0.9);
        }
    }
}
