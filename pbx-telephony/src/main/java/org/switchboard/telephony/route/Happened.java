package org.switchboard.telephony.route;

/** What came of an act that left something to decide. */
public sealed interface Happened {

    /**
     * Nobody took the call.
     *
     * @param result why
     */
    record Rang(Result result) implements Happened {
    }

    /** How ringing ended without a talk. */
    enum Result {
        /** Everybody reached was on the phone or declined. */
        BUSY,
        /** Nobody answered in time. */
        NO_ANSWER,
        /** Nobody could be reached. */
        NOT_REGISTERED,
        /** It could not be tried, for lack of something of ours or the provider's; the next trunk may do better. */
        FAILED,
        /** The other side said that it will not take the call, or does not exist. */
        REJECTED
    }

    /**
     * The caller typed.
     *
     * @param digits what; empty when nothing came in time
     */
    record Typed(String digits) implements Happened {
    }

    /**
     * The caller waits in the queue no longer, and no agent has it.
     *
     * @param exit by which of the queue's ways out, see {@link org.switchboard.telephony.queue.QueueExit}
     */
    record LeftQueue(String exit) implements Happened {
    }

    /** The prompt came to its end. */
    record Played() implements Happened {
    }
}
