package org.switchboard.telephony.recording;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The picture and the length of raw sound. */
final class RawTalkTest {

    @TempDir
    private Path folder;

    @Test
    void given_two_seconds_then_they_are_two_seconds() {
        assertThat(RawTalk.length(2 * RawTalk.RATE * 4L)).isEqualTo(Duration.ofSeconds(2));
        assertThat(RawTalk.length(3)).isZero();
    }

    @Test
    void given_sound_on_one_side_in_the_second_half_when_looked_at_then_it_is_there_and_swapped_on_the_other() throws IOException {
        Path file = talk(RawTalk.STRETCHES * 10, RawTalk.STRETCHES * 5);

        byte[] peaks = RawTalk.peaks(file, false);
        byte[] swapped = RawTalk.peaks(file, true);

        assertThat(peaks).hasSize(2 * RawTalk.STRETCHES);
        assertThat(peaks[RawTalk.STRETCHES / 2 - 1]).isZero();
        assertThat(peaks[RawTalk.STRETCHES / 2] & 0xff).isEqualTo(20_000 >> 7);
        assertThat(peaks[RawTalk.STRETCHES + RawTalk.STRETCHES / 2]).isZero();
        assertThat(swapped[RawTalk.STRETCHES / 2]).isZero();
        assertThat(swapped[RawTalk.STRETCHES + RawTalk.STRETCHES / 2] & 0xff).isEqualTo(20_000 >> 7);
    }

    @Test
    void given_less_sound_than_the_picture_has_stretches_or_a_torn_end_when_looked_at_then_nothing_breaks() throws IOException {
        Path file = talk(3, 0);
        Files.write(file, new byte[] {1, 2, 3}, StandardOpenOption.APPEND);

        assertThat(RawTalk.peaks(file, false)).hasSize(2 * RawTalk.STRETCHES);
    }

    /** Silence, then the left side at -20,000. */
    private Path talk(int frames, int loudFrom) throws IOException {
        var sound = ByteBuffer.allocate(frames * 4).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < frames; i++) {
            sound.putShort((short) (i < loudFrom ? 0 : -20_000)).putShort((short) 0);
        }
        return Files.write(folder.resolve("talk.raw"), sound.array());
    }
}
