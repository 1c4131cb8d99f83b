package org.switchboard.telephony.prompt;

import java.time.Duration;

/**
 * The sound of a prompt as Asterisk plays it: a WAV file with one channel of 16 bits at 16,000 samples a second.
 *
 * @param wav the file's bytes; not copied, so nobody changes them
 */
public record PromptSound(byte[] wav) {

    /** Samples a second. */
    public static final int RATE = 16_000;

    /** Bytes before the first sample: RIFF header, format and the data chunk's own header. */
    static final int HEADER = 44;

    private static final int BYTES_A_SECOND = 2 * RATE;

    /**
     * How long it is.
     *
     * @return to the millisecond
     */
    public Duration length() {
        return Duration.ofMillis(Math.round((wav.length - HEADER) * 1000.0 / BYTES_A_SECOND));
    }
}
