package org.switchboard.telephony.distribution;

import java.util.Comparator;
import java.util.TreeSet;

/** Who is to be woken when. Times are milliseconds of the epoch. */
final class Timers {

    /** The time of who is not to be woken. */
    static final long NEVER = Long.MAX_VALUE;

    private final TreeSet<Alarm> alarms =
            new TreeSet<>(Comparator.<Alarm>comparingLong(alarm -> alarm.wakeAt).thenComparingLong(alarm -> alarm.number));
    private long lastNumber;

    void set(Sleeper sleeper, long wakeAt) {
        Alarm alarm = sleeper.alarm();
        if (alarm.wakeAt == wakeAt) {
            return;
        }
        if (alarm.wakeAt != NEVER) {
            alarms.remove(alarm);
        }
        if (alarm.number == 0) {
            alarm.number = ++lastNumber;
        }
        alarm.wakeAt = wakeAt;
        if (wakeAt != NEVER) {
            alarms.add(alarm);
        }
    }

    void clear(Sleeper sleeper) {
        set(sleeper, NEVER);
    }

    long next() {
        return alarms.isEmpty() ? NEVER : alarms.getFirst().wakeAt;
    }

    /** The first who is due at or before a time; he sleeps on until woken anew. Null when there is none. */
    Sleeper due(long at) {
        if (next() > at) {
            return null;
        }
        Alarm first = alarms.pollFirst();
        first.wakeAt = NEVER;
        return first.sleeper;
    }
}
