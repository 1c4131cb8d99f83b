package org.switchboard.telephony.prompt;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.springframework.util.FileSystemUtils;

/** Packs the raw sound of a talk into a file that browsers play and seek in: FLAC, which loses nothing and takes half the room. */
public final class StereoConverter {

    /** An hour takes about two seconds; a whole day in one talk must still find its end. */
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final String sox;
    private final ProgramRunner runner = new ProgramRunner(PATIENCE);

    /**
     * Makes a converter.
     *
     * @param programs what does the work
     */
    public StereoConverter(SoundPrograms programs) {
        this.sox = programs.sox();
    }

    /**
     * Packs a file.
     *
     * @param raw     signed 16-bit samples, least byte first, two channels interleaved
     * @param rate    samples a second
     * @param swapped whether the channels change sides
     * @param flac    where to; a file that is there is written over
     * @throws IOException when it could not be done, such as on a full disk
     */
    public void pack(Path raw, int rate, boolean swapped, Path flac) throws IOException {
        Path folder = Files.createTempDirectory("talk");
        try {
            var command = new ArrayList<>(List.of(sox, "-V1", "--no-dither", "--no-show-progress", "--temp", folder.toString(),
                    "-t", "raw", "-r", Integer.toString(rate), "-c", "2", "-b", "16", "-e", "signed-integer", "-L", raw.toString(),
                    "-t", "flac", "-C", "5", flac.toString()));
            if (swapped) {
                command.addAll(List.of("remix", "2", "1"));
            }
            runner.run(command, folder, "");
        } catch (SoundRefused failed) {
            throw new IOException("SoX could not pack " + raw.getFileName() + ": " + failed.getMessage(), failed);
        } finally {
            FileSystemUtils.deleteRecursively(folder);
        }
    }
}
