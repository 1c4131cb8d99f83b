package org.switchboard.telephony.voicemail;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;

/** Sounds of a test. */
final class Tones {

    private Tones() {
    }

    /** A tone at 8 kHz. */
    static byte[] wav(int hertz, int seconds) {
        return wav(hertz, seconds, 8000);
    }

    /** A tone as a WAV file, 16 bit mono. */
    static byte[] wav(int hertz, int seconds, int rate) {
        var samples = ByteBuffer.allocate(rate * seconds * 2).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < rate * seconds; i++) {
            samples.putShort((short) (12_000 * Math.sin(2 * Math.PI * hertz * i / rate)));
        }
        var file = new ByteArrayOutputStream();
        try {
            AudioSystem.write(new AudioInputStream(new ByteArrayInputStream(samples.array()), new AudioFormat(rate, 16, 1, true, false), rate * (long) seconds),
                    AudioFileFormat.Type.WAVE, file);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return file.toByteArray();
    }
}
