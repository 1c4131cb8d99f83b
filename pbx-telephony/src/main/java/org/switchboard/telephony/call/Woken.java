package org.switchboard.telephony.call;

/** What ended a caller's waiting in {@link Call#await}. */
public sealed interface Woken {

    /**
     * The caller pressed a key.
     *
     * @param digit which
     */
    record Key(char digit) implements Woken {
    }

    /**
     * Somebody told the call something.
     *
     * @param news what
     */
    record Told(CallNews news) implements Woken {
    }

    /** What was played came to its end. */
    record Played() implements Woken {
    }

    /** The time is up. */
    record TimeIsUp() implements Woken {
    }
}
