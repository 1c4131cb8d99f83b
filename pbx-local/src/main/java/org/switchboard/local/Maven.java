package org.switchboard.local;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Runs Maven in the project's folder, with the JDK that this command runs on. */
public final class Maven {

    private Maven() {
    }

    /**
     * Runs Maven and waits for its end. Whoever ends this command ends Maven too, and what it has started.
     *
     * @param arguments goals and options
     * @param log       gets its whole output
     * @param lines     gets each line of it
     * @return its exit code; 1 when this thread is interrupted
     * @throws UncheckedIOException when it cannot be started, or the log cannot be written
     */
    public static int run(List<String> arguments, Path log, Consumer<String> lines) {
        var command = new ArrayList<>(List.of(System.getProperty("pbx.maven", "mvn"), "-B", "--no-transfer-progress"));
        command.addAll(arguments);
        try {
            Files.createDirectories(log.getParent());
            var builder = new ProcessBuilder(command).directory(Main.home().toFile()).redirectErrorStream(true)
                    .redirectInput(Path.of("/dev/null").toFile());
            builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
            var maven = builder.start();
            Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(() -> {
                maven.descendants().forEach(ProcessHandle::destroy);
                maven.destroy();
            }));
            try (var output = new BufferedReader(new InputStreamReader(maven.getInputStream(), StandardCharsets.UTF_8));
                    var copy = Files.newBufferedWriter(log)) {
                for (String line = output.readLine(); line != null; line = output.readLine()) {
                    copy.write(line);
                    copy.newLine();
                    lines.accept(line);
                }
            }
            return maven.waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 1;
        }
    }
}
