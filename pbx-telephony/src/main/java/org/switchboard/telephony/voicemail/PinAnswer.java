package org.switchboard.telephony.voicemail;

import java.time.Instant;

/** What became of a PIN that somebody typed on a phone. */
public sealed interface PinAnswer {

    /** The PIN is right; the wrong ones before it are forgotten. */
    record Ok() implements PinAnswer {
    }

    /**
     * The PIN is wrong, or the box has none.
     *
     * @param left how many more can be tried before the box is locked, at least 1
     */
    record Wrong(int left) implements PinAnswer {
    }

    /**
     * Nothing is accepted for now, not even the right PIN.
     *
     * @param until when it can be tried again
     */
    record Locked(Instant until) implements PinAnswer {
    }

    /** The company has no such box. */
    record NoBox() implements PinAnswer {
    }
}
