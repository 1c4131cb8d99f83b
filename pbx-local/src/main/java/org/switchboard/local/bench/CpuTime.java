package org.switchboard.local.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Processor time that a process has used, from {@code /proc/<pid>/stat} (proc(5), fields 14 and 15). */
final class CpuTime {

    /** Linux counts in hundredths of a second on every platform we run on (USER_HZ). */
    private static final double MILLISECONDS_A_TICK = 10;
    private static final int USER = 11;
    private static final int SYSTEM = 12;

    private CpuTime() {
    }

    /** In milliseconds since the process began; 0 when there is no such process. */
    static double milliseconds(long pid) {
        try {
            String stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            return (Long.parseLong(fields[USER]) + Long.parseLong(fields[SYSTEM])) * MILLISECONDS_A_TICK;
        } catch (IOException gone) {
            return 0;
        }
    }
}
