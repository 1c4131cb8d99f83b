package org.switchboard.telephony.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Prompts that a test can tell apart by their pitch. */
final class Tones {

    private static final int RATE = 8000;

    private Tones() {
    }

    /** Writes a WAV file that Asterisk can play, and gives its medium. */
    static String write(Path folder, int hertz, double seconds) {
        var samples = (int) (RATE * seconds);
        var data = ByteBuffer.allocate(44 + 2 * samples).order(ByteOrder.LITTLE_ENDIAN);
        data.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(36 + 2 * samples).put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII)).putInt(16).putShort((short) 1)
                .putShort((short) 1).putInt(RATE).putInt(2 * RATE).putShort((short) 2).putShort((short) 16)
                .put("data".getBytes(StandardCharsets.US_ASCII)).putInt(2 * samples);
        for (var i = 0; i < samples; i++) {
            data.putShort((short) (12_000 * Math.sin(2 * Math.PI * hertz * i / RATE)));
        }
        try {
            Files.write(folder.resolve("tone" + hertz + ".wav"), data.array());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return "sound:" + folder.resolve("tone" + hertz);
    }
}
