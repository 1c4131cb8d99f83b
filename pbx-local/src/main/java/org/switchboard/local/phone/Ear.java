package org.switchboard.local.phone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a phone hears, while it hears it: reads the WAV files that baresip's {@code sndfile} module writes for each
 * stream it decodes. They grow as sound comes in; their header's length is only right once they are closed, so it is
 * not looked at.
 */
public final class Ear {

    private static final int HEADER = 44;
    private static final int CHANNELS_AT = 22;
    private static final int RATE_AT = 24;
    private static final int BYTES_A_SAMPLE = 2;

    private final Path folder;

    /** @param folder where the phone writes {@code dump-*-dec.wav} */
    public Ear(Path folder) {
        this.folder = folder;
    }

    /**
     * A moment: what came in before it is not counted as heard since.
     *
     * @param lengths of the files there were
     */
    public record Mark(Map<Path, Long> lengths) {
    }

    /** Remembers how much was heard so far. */
    public Mark mark() {
        var lengths = new HashMap<Path, Long>();
        for (Path file : files()) {
            lengths.put(file, file.toFile().length());
        }
        return new Mark(lengths);
    }

    /** What was heard since, one sound for each stream that brought any. */
    public List<Sound> since(Mark mark) {
        var sounds = new ArrayList<Sound>();
        for (Path file : files()) {
            long from = Math.max(HEADER, mark.lengths().getOrDefault(file, 0L));
            if (file.toFile().length() > from) {
                sounds.add(read(file, from));
            }
        }
        return sounds;
    }

    private List<Path> files() {
        try (var all = Files.list(folder)) {
            return all.filter(path -> path.getFileName().toString().endsWith("-dec.wav")).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Sound read(Path file, long from) {
        try (var channel = FileChannel.open(file)) {
            var header = ByteBuffer.allocate(HEADER).order(ByteOrder.LITTLE_ENDIAN);
            while (header.hasRemaining() && channel.read(header) >= 0) {
                continue;
            }
            int channels = header.getShort(CHANNELS_AT);
            int rate = header.getInt(RATE_AT);
            int frame = channels * BYTES_A_SAMPLE;
            long start = HEADER + (from - HEADER) / frame * frame;
            var data = ByteBuffer.allocate((int) ((channel.size() - start) / frame * frame))
                    .order(ByteOrder.LITTLE_ENDIAN);
            while (data.hasRemaining() && channel.read(data, start + data.position()) >= 0) {
                continue;
            }
            var samples = new float[data.position() / frame];
            for (int i = 0; i < samples.length; i++) {
                samples[i] = data.getShort(i * frame) / 32768f;
            }
            return new Sound(samples, rate);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
