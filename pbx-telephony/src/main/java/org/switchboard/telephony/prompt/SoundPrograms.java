package org.switchboard.telephony.prompt;

import java.util.Objects;

/**
 * The programs that make sound files.
 *
 * @param sox    path or name of SoX, which converts
 * @param espeak path or name of eSpeak NG, which speaks
 */
public record SoundPrograms(String sox, String espeak) {

    /** Refuses a program without a name. */
    public SoundPrograms {
        Objects.requireNonNull(sox, "sox");
        Objects.requireNonNull(espeak, "espeak");
    }
}
