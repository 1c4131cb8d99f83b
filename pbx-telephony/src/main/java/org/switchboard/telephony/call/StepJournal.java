package org.switchboard.telephony.call;

/**
 * Where the engine writes down what it decided, step by step: the second witness of a call, beside Asterisk's own
 * channel events.
 */
@FunctionalInterface
public interface StepJournal {

    /**
     * Appends one step. Called before the command to Asterisk that may end the call, so that the reason is never
     * missing; returns when the step is safe from a crash of this process.
     *
     * <p>A journal that cannot write says so in the log and in its metrics: a call is never refused because of it.
     *
     * @param step what was decided
     */
    void append(Step step);
}
