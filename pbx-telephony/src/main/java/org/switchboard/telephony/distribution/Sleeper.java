package org.switchboard.telephony.distribution;

/** Something that is to be woken at a time of its own. Belongs to one {@link Timers}. */
abstract sealed class Sleeper permits Agent, Caller, OpenOffer {

    /** In milliseconds of the epoch; changed by {@link Timers} alone. */
    long wakeAt = Timers.NEVER;

    /** Orders those that wake in the same millisecond, so that it is always the same order; given by {@link Timers}. */
    long number;
}
