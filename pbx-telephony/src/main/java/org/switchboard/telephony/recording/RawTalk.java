package org.switchboard.telephony.recording;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/**
 * The sound of a talk as Asterisk writes it ({@code app_mixmonitor}, option D, format_sln): signed 16-bit samples, least byte
 * first, 8,000 a second, what the recorded channel says and what it hears in turn. There is no header that a crash could spoil.
 */
final class RawTalk {

    /** Samples a second on each side. */
    static final int RATE = 8_000;

    /** How many stretches the picture of a sound has. */
    static final int STRETCHES = 400;

    private static final int FRAME = 4;

    private RawTalk() {
    }

    /** How long a file of so many bytes plays. */
    static Duration length(long bytes) {
        return Duration.ofMillis(bytes / FRAME * 1000 / RATE);
    }

    /**
     * Looks at how loud a talk is.
     *
     * @param file    the sound
     * @param swapped whether the second side is the company's
     * @return for {@value #STRETCHES} stretches of equal length the loudest moment, 0 to 255: first the company's side, then the other's
     * @throws IOException when it cannot be read
     */
    static byte[] peaks(Path file, boolean swapped) throws IOException {
        long frames = Files.size(file) / FRAME;
        var loudest = new int[2][STRETCHES];
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
            byte[] frame = new byte[FRAME];
            for (long at = 0; at < frames && in.readNBytes(frame, 0, FRAME) == FRAME; at++) {
                int stretch = (int) (at * STRETCHES / frames);
                for (int side = 0; side < 2; side++) {
                    int sample = Math.abs((frame[side * 2] & 0xff) | frame[side * 2 + 1] << 8);
                    loudest[side][stretch] = Math.max(loudest[side][stretch], sample);
                }
            }
        }
        byte[] peaks = new byte[2 * STRETCHES];
        for (int side = 0; side < 2; side++) {
            int[] of = loudest[swapped ? 1 - side : side];
            for (int i = 0; i < STRETCHES; i++) {
                peaks[side * STRETCHES + i] = (byte) Math.min(255, of[i] >> 7);
            }
        }
        return peaks;
    }
}
