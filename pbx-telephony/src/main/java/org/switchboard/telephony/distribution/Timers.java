package org.switchboard.telephony.distribution;

import java.util.Comparator;
import java.util.TreeSet;

/** Who is to be woken when. Times are milliseconds of the epoch. */
final class Timers {

    /** The time of who is not to be woken. */
    static final long NEVER = Long.MAX_VALUE;

    private final TreeSet<Sleeper> sleepers =
            new TreeSet<>(Comparator.<Sleeper>comparingLong(sleeper -> sleeper.wakeAt).thenComparingLong(sleeper -> sleeper.number));
    private long lastNumber;

    void set(Sleeper sleeper, long wakeAt) {
        if (sleeper.wakeAt == wakeAt) {
            return;
        }
        if (sleeper.wakeAt != NEVER) {
            sleepers.remove(sleeper);
        }
        if (sleeper.number == 0) {
            sleeper.number = ++lastNumber;
        }
        sleeper.wakeAt = wakeAt;
        if (wakeAt != NEVER) {
            sleepers.add(sleeper);
        }
    }

    void clear(Sleeper sleeper) {
        set(sleeper, NEVER);
    }

    long next() {
        return sleepers.isEmpty() ? NEVER : sleepers.getFirst().wakeAt;
    }

    /** The first who is due at or before a time; he sleeps on until woken anew. Null when there is none. */
    Sleeper due(long at) {
        if (next() > at) {
            return null;
        }
        Sleeper first = sleepers.pollFirst();
        first.wakeAt = NEVER;
        return first;
    }
}
