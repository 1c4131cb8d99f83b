package org.switchboard.local.phone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What came of a run of SIPp.
 *
 * @param successful calls that went as the scenario says
 * @param failed calls that did not
 * @param retransmissions messages sent again because nothing came in time
 * @param seconds from the first call to the last statistic
 * @param times by the scenario's timer number
 * @param errors what SIPp wrote about failures, shortened
 */
public record SippResult(int successful, int failed, int retransmissions, double seconds, Map<String, Latencies> times,
                         String errors) {

    private static final int SHOWN_ERRORS = 2_000;

    /** Times of one timer; empty when it never ran. */
    public Latencies times(int timer) {
        return times.getOrDefault(Integer.toString(timer), new Latencies(new double[0]));
    }

    static SippResult read(Path folder, int calls) {
        var last = lastStatistics(folder);
        int successful = (int) number(last, "SuccessfulCall(C)");
        // A call that SIPp never began or never finished did not succeed, whatever its own counters say.
        int failed = Math.max((int) number(last, "FailedCall(C)"), calls - successful);
        return new SippResult(successful, failed, (int) number(last, "Retransmissions(C)"),
                seconds(last.getOrDefault("ElapsedTime(C)", "")), responseTimes(folder), errors(folder));
    }

    private static Map<String, String> lastStatistics(Path folder) {
        for (Path file : files(folder, "_.csv")) {
            List<String> lines = lines(file);
            if (lines.size() > 1) {
                String[] names = lines.getFirst().split(";");
                String[] values = lines.getLast().split(";");
                var found = new HashMap<String, String>();
                for (int i = 0; i < Math.min(names.length, values.length); i++) {
                    found.put(names[i], values[i]);
                }
                return found;
            }
        }
        return Map.of();
    }

    private static double number(Map<String, String> statistics, String name) {
        String value = statistics.getOrDefault(name, "");
        return value.isBlank() ? 0 : Double.parseDouble(value.strip());
    }

    /** SIPp writes {@code hh:mm:ss:micros} or {@code hh:mm:ss}. */
    private static double seconds(String elapsed) {
        String[] parts = elapsed.strip().split(":");
        if (parts.length < 3) {
            return 0;
        }
        return Integer.parseInt(parts[0]) * 3600.0 + Integer.parseInt(parts[1]) * 60.0 + Double.parseDouble(parts[2])
                + (parts.length > 3 ? Integer.parseInt(parts[3]) / 1e6 : 0);
    }

    /** Lines read {@code date;milliseconds;timer}. */
    private static Map<String, Latencies> responseTimes(Path folder) {
        return files(folder, "_rtt.csv").stream().flatMap(file -> lines(file).stream().skip(1))
                .map(line -> line.split(";")).filter(parts -> parts.length >= 3)
                .collect(Collectors.groupingBy(parts -> parts[2].strip(), Collectors.collectingAndThen(
                        Collectors.toList(),
                        all -> Latencies.of(all.stream().mapToDouble(parts -> Double.parseDouble(parts[1]))))));
    }

    private static String errors(Path folder) {
        // A wait that a scenario bounds on purpose is no error, though SIPp writes it down as one.
        String text = files(folder, "_errors.log").stream().flatMap(file -> lines(file).stream())
                .filter(line -> !line.contains("jumping to label"))
                .collect(Collectors.joining("\n"));
        return text.substring(0, Math.min(text.length(), SHOWN_ERRORS));
    }

    private static List<Path> files(Path folder, String ending) {
        try (var all = Files.list(folder)) {
            return all.filter(path -> path.getFileName().toString().endsWith(ending)).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> lines(Path file) {
        try {
            // Errors quote messages as they came, which need not be UTF-8.
            return Arrays.asList(Files.readString(file, StandardCharsets.ISO_8859_1).split("\n"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
