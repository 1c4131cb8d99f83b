package org.switchboard.local.asterisk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** How many files a process may have open. */
final class OpenFiles {

    private static final int HARD_LIMIT = 4;

    private OpenFiles() {
    }

    /**
     * @param wanted as many as would be of use
     * @return that many, or the hard limit (proc(5), {@code limits}), which an ordinary user cannot pass
     */
    static int limit(int wanted) {
        try {
            return Files.readAllLines(Path.of("/proc/self/limits")).stream()
                    .filter(line -> line.startsWith("Max open files"))
                    .map(line -> line.split("\\s+")[HARD_LIMIT]).filter(limit -> limit.matches("\\d{1,9}"))
                    .mapToInt(Integer::parseInt).map(limit -> Math.min(limit, wanted)).findFirst().orElse(wanted);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
