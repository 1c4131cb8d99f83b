package org.switchboard.telephony.call;

/** What a call's thread is told through its mailbox. */
sealed interface CallMessage {

    /** The channel came back from what it was handed to. */
    record Returned(HandedBack result) implements CallMessage {
    }

    /** Somebody answered. */
    record Answered() implements CallMessage {
    }

    /** A sound came to its end. */
    record Played(String playbackId) implements CallMessage {
    }

    /** A recording came to its end; of 0 seconds when it came to nothing. */
    record Recorded(String name, int seconds) implements CallMessage {
    }

    /** Another part of the engine has something to say. */
    record Told(CallNews news) implements CallMessage {
    }

    /** The caller pressed a key. */
    record Pressed(char digit) implements CallMessage {
    }

    /** Our part is over. */
    record Ended(EndReason reason) implements CallMessage {
    }
}
