package org.switchboard.telephony.distribution;

/** How a caller comes into a queue. */
public enum Arrival {
    /** For the first time: the rules of who may come in apply. */
    NEW,
    /** Seen again after a restart of the engine, at the old place: only the rules of who may stay apply. */
    RESTORED,
    /**
     * Waiting to be called back, at the old place: after a restart, or because an attempt did not reach the customer. No rule but the
     * queue's being there applies, and nobody is asked until {@link Event.CallbackDue}.
     */
    CALLBACK
}
