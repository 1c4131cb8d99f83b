package org.switchboard.telephony.prompt;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.switchboard.telephony.prompt.SoundRefused.Reason;

/** Runs the programs that make sound files: few at once, each for a bounded time, and none through a shell. */
final class ProgramRunner {

    /** How many run at once; the calls need the processor too. */
    private static final int AT_ONCE = 2;

    /** How long one may run, and how long one waits for its turn. */
    static final Duration PATIENCE = Duration.ofSeconds(20);

    private static final int WORDS_KEPT = 500;

    private final Semaphore turns = new Semaphore(AT_ONCE, true);
    private final Duration patience;

    /**
     * @param patience how long one may run, and how long one waits for its turn
     */
    ProgramRunner(Duration patience) {
        this.patience = patience;
    }

    /**
     * Runs a program to its end.
     *
     * @param command program and arguments
     * @param folder  its working folder, where it may write what it needs meanwhile
     * @param input   what it reads; empty for nothing
     * @throws SoundRefused CORRUPT when it says that it failed, BUSY when there was no turn or no end in time
     * @throws IOException  when it cannot be started, or the folder cannot be written
     */
    void run(List<String> command, Path folder, String input) throws SoundRefused, IOException {
        try {
            if (!turns.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new SoundRefused(Reason.BUSY, "no turn within " + patience);
            }
            try {
                runNow(command, folder, input);
            } finally {
                turns.release();
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new SoundRefused(Reason.BUSY, "interrupted");
        }
    }

    private void runNow(List<String> command, Path folder, String input) throws SoundRefused, IOException, InterruptedException {
        Path said = folder.resolve("said");
        var builder = new ProcessBuilder(command).directory(folder.toFile()).redirectOutput(Redirect.DISCARD).redirectError(said.toFile());
        builder.environment().put("LC_ALL", "C.UTF-8");
        builder.environment().put("TMPDIR", folder.toString());
        Path text = Files.writeString(folder.resolve("input"), input, StandardCharsets.UTF_8);
        builder.redirectInput(text.toFile());
        Process process = builder.start();
        try (OutputStream unused = process.getOutputStream()) {
            if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new SoundRefused(Reason.BUSY, command.getFirst() + " did not end within " + patience);
            }
            if (process.exitValue() != 0) {
                throw new SoundRefused(Reason.CORRUPT, words(said));
            }
        } finally {
            process.destroyForcibly();
        }
    }

    private static String words(Path said) throws IOException {
        String all = new String(Files.readAllBytes(said), StandardCharsets.UTF_8).strip();
        return all.substring(0, Math.min(WORDS_KEPT, all.length()));
    }
}
