package org.switchboard.telephony.assertion;

/**
 * Whether somebody is there who can be asked about a change that breaks assertions, and has agreed. Bound to the running code
 * by whoever brings people's requests in.
 */
public enum ChangeAsk {
    /** Nobody can be asked (a calendar is read, a phone dials a star code): the change is made, and the assertion is marked. */
    NOBODY_THERE,
    /** Somebody is there: a change that breaks an assertion is stopped. */
    ASKED,
    /** They know and want it: the change is made, and the assertion is marked. */
    CONFIRMED;

    private static final ScopedValue<ChangeAsk> CURRENT = ScopedValue.newInstance();

    /**
     * How it is for the running code.
     *
     * @return the innermost bound one, else {@link #NOBODY_THERE}
     */
    public static ChangeAsk current() {
        return CURRENT.orElse(NOBODY_THERE);
    }

    /**
     * Runs code under this.
     *
     * @param code what to run
     * @param <R>  kind of result
     * @param <X>  what the code can throw
     * @return what the code returned
     * @throws X what the code threw
     */
    public <R, X extends Throwable> R call(ScopedValue.CallableOp<? extends R, X> code) throws X {
        return ScopedValue.where(CURRENT, this).call(code);
    }
}
