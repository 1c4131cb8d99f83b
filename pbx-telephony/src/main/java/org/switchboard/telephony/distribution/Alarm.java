package org.switchboard.telephony.distribution;

/** When one is to be woken. Belongs to one {@link Timers}. */
final class Alarm {

    final Sleeper sleeper;

    /** In milliseconds of the epoch; changed by {@link Timers} alone. */
    long wakeAt = Timers.NEVER;

    /** Orders those that wake in the same millisecond, so that it is always the same order; given by {@link Timers}. */
    long number;

    Alarm(Sleeper sleeper) {
        this.sleeper = sleeper;
    }
}
