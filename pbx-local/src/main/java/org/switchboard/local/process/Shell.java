package org.switchboard.local.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Runs short commands and collects what they print. */
public final class Shell {

    private Shell() {
    }

    /**
     * What a command left behind.
     *
     * @param exitCode its exit code
     * @param output standard output and standard error together
     */
    public record Result(int exitCode, String output) {

        /** Whether the exit code is 0. */
        public boolean ok() {
            return exitCode == 0;
        }

        /** The last lines of the output, to show in a message. */
        public String tail() {
            List<String> lines = output.strip().lines().toList();
            return String.join("\n", lines.subList(Math.max(0, lines.size() - 8), lines.size()));
        }
    }

    /** Runs a command to its end. */
    public static Result run(List<String> command) {
        return run(command, Map.of());
    }

    /**
     * Runs a command to its end.
     *
     * @param environment added to this process's own
     */
    public static Result run(List<String> command, Map<String, String> environment) {
        try {
            var builder = new ProcessBuilder(command).redirectErrorStream(true)
                    .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
            builder.environment().putAll(environment);
            // Messages of tools are read by people and by us: keep them in one language.
            builder.environment().put("LC_ALL", "C.UTF-8");
            var process = builder.start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Result(process.waitFor(), output);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot run " + command.getFirst(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while running " + command.getFirst(), e);
        }
    }

    /** Where a program is on PATH or in the system's sbin folders; empty when it is not installed. */
    public static Optional<Path> find(String program) {
        var folders = new ArrayList<>(List.of(Optional.ofNullable(System.getenv("PATH")).orElse("").split(":")));
        folders.addAll(List.of("/usr/sbin", "/sbin", "/usr/bin", "/bin"));
        return folders.stream().filter(folder -> !folder.isEmpty()).map(folder -> Path.of(folder, program))
                .filter(Files::isExecutable).findFirst();
    }
}
