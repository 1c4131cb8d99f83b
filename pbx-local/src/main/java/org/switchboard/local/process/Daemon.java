package org.switchboard.local.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.switchboard.local.Layout;

/**
 * A process of its own session that outlives whoever started it, and is found again by its pid file.
 */
public final class Daemon {

    private final Path pidFile;
    private final Path logFile;

    /**
     * @param name used for the file names
     * @param layout the data folder
     */
    public Daemon(String name, Layout layout) {
        this.pidFile = layout.run().resolve(name + ".pid");
        this.logFile = layout.log().resolve(name + ".out");
    }

    /** The process when it runs; empty when it never did or has ended, even when its pid was given to another. */
    public Optional<ProcessIdentity> running() {
        try {
            return ProcessIdentity.parse(Files.readString(pidFile)).filter(ProcessIdentity::alive);
        } catch (IOException absent) {
            return Optional.empty();
        }
    }

    /** File with what the process prints. */
    public Path logFile() {
        return logFile;
    }

    /**
     * Starts the process, detached: own session (no hang-up, no Ctrl-C from our terminal), no input, output to the log file.
     *
     * @param environment the whole environment of the process
     * @return the process, which may end at once; see {@link #running()}
     */
    public ProcessIdentity start(List<String> command, Map<String, String> environment, Path workingFolder) {
        var detached = new ArrayList<String>(List.of("setsid"));
        detached.addAll(command);
        var builder = new ProcessBuilder(detached).directory(workingFolder.toFile())
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.to(logFile.toFile()));
        builder.environment().clear();
        builder.environment().putAll(environment);
        builder.environment().putIfAbsent("PATH", "/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin");
        try {
            // setsid does not fork here: a child of ours never leads a process group, so the pid stays.
            long pid = builder.start().pid();
            var identity = ProcessIdentity.of(pid).orElse(new ProcessIdentity(pid, 0, "ended"));
            Layout.writePrivate(pidFile, identity.toLine());
            return identity;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot start " + command.getFirst(), e);
        }
    }

    /**
     * Ends the process: first as it likes best, then firmly.
     *
     * @param signal the polite signal's name, such as TERM
     * @param patience how long to wait before SIGKILL
     * @return whether there was a process to end
     */
    public boolean stop(String signal, Duration patience) {
        var found = running();
        found.ifPresent(process -> {
            send(signal, process);
            if (!Await.until(patience, () -> !process.alive())) {
                send("KILL", process);
                Await.until(Duration.ofSeconds(10), () -> !process.alive());
            }
        });
        try {
            Files.deleteIfExists(pidFile);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found.isPresent();
    }

    /** Sends a signal by the shell's built-in kill: Java knows TERM and KILL only. */
    private static void send(String signal, ProcessIdentity process) {
        Shell.run(List.of("sh", "-c", "kill -s " + signal + " " + process.pid()));
    }

    /** The last lines the process printed, for a message about why it ended. */
    public String lastWords() {
        try {
            var lines = Files.readAllLines(logFile);
            return String.join("\n", lines.subList(Math.max(0, lines.size() - 8), lines.size()));
        } catch (IOException e) {
            return "(nothing in " + logFile + ")";
        }
    }
}
