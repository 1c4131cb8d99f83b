package org.switchboard.local.phone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/**
 * A line that a scenario of SIPp logs: {@code what;who;[timestamp]}.
 *
 * @param at when, by this machine's clock
 * @param what what happened, in the scenario's own word
 * @param who a number
 */
public record SippLine(Instant at, String what, String who) {

    private static final int PARTS = 3;
    private static final long MICROS = 1_000_000;

    /** All lines in the folder of one SIPp, the earliest first; what is half written is left out. */
    static List<SippLine> read(Path folder) {
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().endsWith("_logs.log")).sorted()
                    .flatMap(file -> text(file).lines()).map(line -> line.split(";")).filter(SippLine::isWhole).map(SippLine::of)
                    .sorted((a, b) -> a.at().compareTo(b.at())).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isWhole(String[] parts) {
        return parts.length == PARTS && parts[PARTS - 1].matches(".*\\t\\d+\\.\\d{6}\\s*");
    }

    /** SIPp's time is the date, the time of day, and seconds since 1970, parted by tabs. */
    private static SippLine of(String[] parts) {
        String seconds = parts[PARTS - 1].strip().substring(parts[PARTS - 1].strip().lastIndexOf('\t') + 1);
        int point = seconds.indexOf('.');
        long micros = Long.parseLong(seconds.substring(0, point)) * MICROS + Long.parseLong(seconds.substring(point + 1));
        return new SippLine(Instant.ofEpochSecond(micros / MICROS, micros % MICROS * 1_000), parts[0], parts[1]);
    }
}
