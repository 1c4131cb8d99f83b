package org.switchboard.telephony.call;

/** What a call's thread is told through its mailbox. */
sealed interface CallMessage {

    /** The channel came back from what it was handed to. */
    record Returned(HandedBack result) implements CallMessage {
    }

    /** Somebody answered. */
    record Answered() implements CallMessage {
    }

    /** Our part is over. */
    record Ended(EndReason reason) implements CallMessage {
    }
}
