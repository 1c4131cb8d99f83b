package org.switchboard.telephony.call;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * When enough keys have been pressed.
 *
 * @param complete      whether what was typed so far needs no more keys
 * @param maxDigits     most keys
 * @param firstDigit    how long to wait for the first key, from the end of the sound
 * @param betweenDigits how long to wait for each further key
 * @param terminator    the key that ends the input and does not belong to it; empty for none
 */
public record GatherRules(Predicate<String> complete, int maxDigits, Duration firstDigit, Duration betweenDigits,
                          Optional<Character> terminator) {

    /** Checks that nothing is missing and that a key is possible. */
    public GatherRules {
        Objects.requireNonNull(complete);
        Objects.requireNonNull(firstDigit);
        Objects.requireNonNull(betweenDigits);
        Objects.requireNonNull(terminator);
        if (maxDigits < 1) {
            throw new IllegalArgumentException("maxDigits must be at least 1");
        }
    }

    /**
     * One key.
     *
     * @param firstDigit how long to wait for it, from the end of the sound
     * @return rules
     */
    public static GatherRules oneKey(Duration firstDigit) {
        return new GatherRules(_ -> true, 1, firstDigit, Duration.ZERO, Optional.empty());
    }

    boolean isTerminator(char key) {
        return terminator.filter(end -> end == key).isPresent();
    }

    boolean isEnough(String typed) {
        return typed.length() >= maxDigits || !typed.isEmpty() && complete.test(typed);
    }
}
