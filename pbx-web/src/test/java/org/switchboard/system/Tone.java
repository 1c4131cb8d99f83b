package org.switchboard.system;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.UnsupportedAudioFileException;
import org.switchboard.local.phone.Sound;

/** Sound files with one tone each, by which prompts are told apart. */
final class Tone {

    private static final int RATE = 16_000;
    private static final double LOUDNESS = 0.4;

    private Tone() {
    }

    /** Writes one as WAV, 16 bits, mono. */
    static Path file(Path file, int hertz, double seconds) {
        var bytes = new byte[(int) (seconds * RATE) * 2];
        for (int i = 0; i < bytes.length / 2; i++) {
            int value = (int) (LOUDNESS * Short.MAX_VALUE * Math.sin(2 * Math.PI * hertz * i / RATE));
            bytes[2 * i] = (byte) value;
            bytes[2 * i + 1] = (byte) (value >> 8);
        }
        try (var sound = new AudioInputStream(new ByteArrayInputStream(bytes), new AudioFormat(RATE, 16, 1, true, false), bytes.length / 2)) {
            AudioSystem.write(sound, AudioFileFormat.Type.WAVE, file.toFile());
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads a WAV file of 16 bits, mono. */
    static Sound read(byte[] wav) {
        try (var sound = AudioSystem.getAudioInputStream(new ByteArrayInputStream(wav))) {
            byte[] bytes = sound.readAllBytes();
            var samples = new float[bytes.length / 2];
            for (int i = 0; i < samples.length; i++) {
                samples[i] = ((bytes[2 * i] & 0xff) | bytes[2 * i + 1] << 8) / 32_768f;
            }
            return new Sound(samples, (int) sound.getFormat().getSampleRate());
        } catch (UnsupportedAudioFileException | IOException e) {
            throw new AssertionError("no WAV file: " + wav.length + " bytes", e);
        }
    }
}
