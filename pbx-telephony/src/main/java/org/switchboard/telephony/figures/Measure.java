package org.switchboard.telephony.figures;

/** What is counted of calls and talks. Each event counts in the hour in which it happened. */
public enum Measure {
    /** Callers who came into the queue. */
    ENTERED,
    /** Callers whom an agent answered, called back or not. */
    ANSWERED,
    /** Of these, the ones within the queue's time. */
    ANSWERED_IN_TIME,
    /** Callers who hung up while they waited. */
    ABANDONED,
    /** Of these, the ones who had waited longer than the queue's time. */
    ABANDONED_LATE,
    /** Callers who were sent away because the queue was full. */
    LEFT_FULL,
    /** Callers who were sent on because they had waited as long as the queue lets them. */
    LEFT_MAX_WAIT,
    /** Callers who were sent away because there was no agent. */
    LEFT_NO_AGENTS,
    /** Callers who left by a key. */
    LEFT_KEY,
    /** Callers who were taken out by a supervisor, or whose queue was deleted. */
    LEFT_OTHER,
    /** Callers who asked to be called back. */
    CALLBACKS_ASKED,
    /** Callers who were called back and talked to an agent; among the answered as well. */
    CALLBACKS_ANSWERED,
    /** Callbacks that reached nobody, each attempt made. */
    CALLBACKS_FAILED,
    /** Callbacks that were cancelled. */
    CALLBACKS_CANCELLED,
    /** How long the answered ones waited together, in milliseconds. */
    WAITED_ANSWERED,
    /** How long the abandoned ones waited together, in milliseconds. */
    WAITED_ABANDONED,
    /** How long waited who waited longest, however it ended, in milliseconds. */
    LONGEST_WAIT,
    /** Talks that ended. */
    TALKS,
    /** How long they were together, in milliseconds. */
    TALKED,
    /** How long was finished off after talks, in milliseconds. */
    WRAP_UP,
    /** How often an agent's phone was made to ring. */
    OFFERS,
    /** How often it rang out. */
    MISSED,
    /** How often the agent rejected the call. */
    REJECTED,
    /** How often the phone could not be reached. */
    UNREACHED;

    /**
     * Whether two of it make their maximum, not their sum.
     *
     * @return true for {@link #LONGEST_WAIT}
     */
    boolean isMaximum() {
        return this == LONGEST_WAIT;
    }
}
