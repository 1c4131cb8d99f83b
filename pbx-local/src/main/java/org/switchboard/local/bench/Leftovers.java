package org.switchboard.local.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.switchboard.local.process.Await;
import org.switchboard.local.process.Shell;

/**
 * What is still there after all calls have ended; each number should be 0.
 *
 * @param channels channels of Asterisk
 * @param bridges bridges of Asterisk
 * @param calls objects of the engine's class {@code Call} that the portal's memory still holds
 * @param mailboxes the same of {@code Mailbox}
 * @param threads threads of the portal that carry a call
 */
record Leftovers(int channels, int bridges, int calls, int mailboxes, int threads) {

    private static final Duration PATIENCE = Duration.ofSeconds(45);
    private static final Pattern COUNT = Pattern.compile("(?m)^(\\d+) active channels?");
    private static final String ENGINE = "org.switchboard.telephony.call.";

    /** Waits for everything to go, and counts what does not. */
    static Leftovers count(BenchStack bench) {
        Await.until(PATIENCE, () -> channels(bench) == 0);
        Await.until(PATIENCE, () -> inPortal(bench).isClean());
        return inPortal(bench);
    }

    /** Whether nothing is left. */
    boolean isClean() {
        return channels == 0 && bridges == 0 && calls == 0 && mailboxes == 0 && threads == 0;
    }

    /** As a line for a person. */
    String line() {
        return "left over: " + channels + " channels, " + bridges + " bridges, " + calls + " calls, " + mailboxes
                + " mailboxes, " + threads + " call threads";
    }

    private static Leftovers inPortal(BenchStack bench) {
        // The histogram is taken after a full collection, so it counts what is really held.
        String histogram = jcmd(bench, "GC.class_histogram");
        return new Leftovers(channels(bench), bridges(bench), instances(histogram, ENGINE + "Call"),
                instances(histogram, ENGINE + "Mailbox"), threads(bench));
    }

    private static int channels(BenchStack bench) {
        var found = COUNT.matcher(bench.stack().asterisk().cli("core show channels count").output());
        return found.find() ? Integer.parseInt(found.group(1)) : -1;
    }

    private static int bridges(BenchStack bench) {
        return (int) bench.stack().asterisk().cli("bridge show all").output().lines().skip(1)
                .filter(line -> line.matches("[0-9a-f-]{36} .*")).count();
    }

    private static int instances(String histogram, String className) {
        var line = Pattern.compile("(?m)^\\s*\\d+:\\s+(\\d+)\\s+\\d+\\s+" + Pattern.quote(className) + "(\\s.*)?$")
                .matcher(histogram);
        return line.find() ? Integer.parseInt(line.group(1)) : 0;
    }

    private static int threads(BenchStack bench) {
        Path file = bench.folder("threads-" + System.nanoTime() + ".txt");
        jcmd(bench, "Thread.dump_to_file", file.toString());
        return Shell.run(List.of("grep", "-c", "\"call-[0-9]", file.toString())).output().strip().lines()
                .mapToInt(Integer::parseInt).sum();
    }

    private static String jcmd(BenchStack bench, String... arguments) {
        var command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                Long.toString(bench.portalPid())));
        command.addAll(List.of(arguments));
        return Shell.run(command).output();
    }
}
