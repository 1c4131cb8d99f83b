package org.switchboard.local.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Which process is meant: a pid alone is reused, a pid with its start time within one boot is not.
 *
 * @param pid process id
 * @param startTicks start time in clock ticks since boot (proc(5), field 22 of {@code stat})
 * @param bootId the kernel's random id of this boot
 */
public record ProcessIdentity(long pid, long startTicks, String bootId) {

    private static final Path BOOT_ID = Path.of("/proc/sys/kernel/random/boot_id");
    /** Fields of stat after the command's closing bracket: state is the first, start time the twentieth. */
    private static final int STATE = 0;
    private static final int START_TIME = 19;

    /** The process that now has this pid; empty when there is none, or only its zombie. */
    public static Optional<ProcessIdentity> of(long pid) {
        try {
            String stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            if ("ZX".contains(fields[STATE])) {
                return Optional.empty();
            }
            return Optional.of(new ProcessIdentity(pid, Long.parseLong(fields[START_TIME]),
                    Files.readString(BOOT_ID).strip()));
        } catch (IOException gone) {
            return Optional.empty();
        }
    }

    /** Whether this very process still runs. */
    public boolean alive() {
        return of(pid).filter(this::equals).isPresent();
    }

    /** One line for a pid file. */
    public String toLine() {
        return pid + " " + startTicks + " " + bootId + "\n";
    }

    /** Reads what {@link #toLine()} wrote; empty when the text is anything else. */
    public static Optional<ProcessIdentity> parse(String line) {
        String[] parts = line.strip().split(" ");
        if (parts.length != 3 || !parts[0].matches("\\d{1,18}") || !parts[1].matches("\\d{1,18}")) {
            return Optional.empty();
        }
        return Optional.of(new ProcessIdentity(Long.parseLong(parts[0]), Long.parseLong(parts[1]), parts[2]));
    }
}
