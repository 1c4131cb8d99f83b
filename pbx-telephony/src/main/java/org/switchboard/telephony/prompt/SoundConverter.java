package org.switchboard.telephony.prompt;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.springframework.core.io.InputStreamSource;
import org.springframework.util.FileSystemUtils;
import org.switchboard.telephony.input.InvalidInput;
import org.switchboard.telephony.prompt.SoundRefused.Reason;

/**
 * Makes what Asterisk plays from what people send or type: one channel at 16 kHz, without silence at its ends, and as loud as
 * every other prompt.
 */
public final class SoundConverter {

    /** Most bytes of a file. */
    public static final int MOST_BYTES = 20 * 1024 * 1024;

    /** Longest prompt. */
    public static final Duration LONGEST = Duration.ofMinutes(10);

    private static final long LONGEST_BYTES = PromptSound.HEADER + LONGEST.toSeconds() * PromptSound.RATE * 2;
    /** Words a minute: a little slower than eSpeak's own 175, as it is heard once, on a phone. */
    private static final String PACE = "150";

    private final SoundPrograms programs;
    private final ProgramRunner runner;

    /**
     * Makes a converter; there should be one, since it bounds how much is converted at once.
     *
     * @param programs what does the work
     */
    public SoundConverter(SoundPrograms programs) {
        this(programs, ProgramRunner.PATIENCE);
    }

    /** With less patience, for tests. */
    SoundConverter(SoundPrograms programs, Duration patience) {
        this.programs = programs;
        this.runner = new ProgramRunner(patience);
    }

    /**
     * The voice for a language.
     *
     * @param language {@code en} or {@code ko}
     * @return eSpeak NG's name of it
     */
    static String voice(String language) {
        return language.equals("ko") ? "ko" : "en-us";
    }

    /**
     * Converts a sound file.
     *
     * @param source the file; read once
     * @return the sound
     * @throws SoundRefused when it is none, or too large, too long or silent
     * @throws IOException  when a disk or a program is missing
     */
    PromptSound convert(InputStreamSource source) throws SoundRefused, IOException {
        return inFolder(folder -> {
            Path file = folder.resolve("sent");
            SoundType type = take(source, file);
            return normal(file, type, folder);
        });
    }

    /**
     * Converts a sound file that somebody uploaded.
     *
     * @param file the file; read once
     * @return the sound
     * @throws InvalidInput at the field {@code file}, when it is none, or too large, too long or silent
     */
    public PromptSound uploaded(InputStreamSource file) {
        try {
            return convert(file);
        } catch (SoundRefused refused) {
            throw new InvalidInput(PromptService.FILE, refused.reason().ofFile());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /**
     * Speaks.
     *
     * @param text     what to say; goes to the program as a file, never as part of a command
     * @param language {@code en} or {@code ko}
     * @return the sound
     * @throws SoundRefused when nothing can be heard of it, or it lasts too long
     * @throws IOException  when a disk or a program is missing
     */
    PromptSound speak(String text, String language) throws SoundRefused, IOException {
        return inFolder(folder -> {
            Path file = folder.resolve("spoken");
            runner.run(List.of(programs.espeak(), "-v", voice(language), "-s", PACE, "-b", "1", "--stdin", "-w", file.toString()), folder, text);
            if (!Files.exists(file) || Files.size(file) <= PromptSound.HEADER) {
                throw new SoundRefused(Reason.SILENT, "nothing was spoken");
            }
            return normal(file, SoundType.WAV, folder);
        });
    }

    private static SoundType take(InputStreamSource source, Path file) throws SoundRefused, IOException {
        try (InputStream in = source.getInputStream(); OutputStream out = Files.newOutputStream(file)) {
            byte[] head = in.readNBytes(SoundType.LOOKED_AT);
            if (head.length == 0) {
                throw new SoundRefused(Reason.EMPTY, "no bytes");
            }
            SoundType type = SoundType.of(head).orElseThrow(() -> new SoundRefused(Reason.KIND, "not a known kind of sound file"));
            out.write(head);
            int left = MOST_BYTES - head.length;
            byte[] part = new byte[65_536];
            for (int length = in.read(part); length >= 0; length = in.read(part)) {
                left -= length;
                if (left < 0) {
                    throw new SoundRefused(Reason.TOO_LARGE, "more than " + MOST_BYTES + " bytes");
                }
                out.write(part, 0, length);
            }
            return type;
        }
    }

    private PromptSound normal(Path file, SoundType type, Path folder) throws SoundRefused, IOException {
        Path whole = folder.resolve("whole.wav");
        // A few bytes can unfold to hours: it stops just after the longest prompt.
        sox(folder, List.of("-t", type.sox(), file.toString()), whole, "gain", "-3", "trim", "0", Long.toString(LONGEST.toSeconds() + 1));
        if (Files.size(whole) > LONGEST_BYTES) {
            throw new SoundRefused(Reason.TOO_LONG, "longer than " + LONGEST);
        }
        if (Loudness.of(read(whole)) < Loudness.NOTHING) {
            throw new SoundRefused(Reason.SILENT, "only silence");
        }
        Path bare = folder.resolve("bare.wav");
        // A breath of silence is left, which keeps words apart that are played one after the other.
        sox(folder, List.of(whole.toString()), bare, "norm", "-3", "silence", "1", "0.02", "0.5%", "reverse", "silence", "1", "0.02", "0.5%",
                "reverse", "pad", "0.05", "0.1");
        return Loudness.levelled(read(bare));
    }

    private void sox(Path folder, List<String> from, Path to, String... effects) throws SoundRefused, IOException {
        var command = new ArrayList<String>(List.of(programs.sox(), "-V1", "--no-dither", "--no-show-progress", "--temp", folder.toString()));
        command.addAll(from);
        command.addAll(List.of("-t", "wav", "-r", Integer.toString(PromptSound.RATE), "-c", "1", "-b", "16", "-e", "signed-integer", to.toString()));
        command.addAll(List.of(effects));
        runner.run(command, folder, "");
    }

    private static PromptSound read(Path file) throws IOException {
        return new PromptSound(Files.readAllBytes(file));
    }

    private interface Work {
        PromptSound in(Path folder) throws SoundRefused, IOException;
    }

    private static PromptSound inFolder(Work work) throws SoundRefused, IOException {
        Path folder = Files.createTempDirectory("prompt");
        try {
            return work.in(folder);
        } finally {
            FileSystemUtils.deleteRecursively(folder);
        }
    }
}
