package org.switchboard.telephony.call;

import java.time.Duration;

/**
 * How long a call waits for news before it asks Asterisk itself, since an event may have been missed.
 *
 * @param afterRinging beyond the ringing time
 * @param whileTalking between two looks at a call that talks
 * @param whileHeld    between two looks at a sound that plays or is recorded
 */
public record CallPatience(Duration afterRinging, Duration whileTalking, Duration whileHeld) {

    /** Rarely needed, since the whole of Asterisk's channels is compared more often than this. */
    public static final CallPatience USUAL = new CallPatience(Duration.ofSeconds(15), Duration.ofMinutes(5), Duration.ofSeconds(20));
}
