package org.switchboard.web.security;

import java.security.SecureRandom;
import org.springframework.stereotype.Component;

/** Makes the passwords that people are shown once. */
@Component
public final class Secrets {

    private static final String ALPHABET = "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz23456789";
    private static final int PASSWORD_LENGTH = 16;

    private final SecureRandom random;

    /**
     * Uses a source of chance.
     *
     * @param random where the bits come from
     */
    public Secrets(SecureRandom random) {
        this.random = random;
    }

    /**
     * A password that a person can copy or type: no letters that look alike, about 92 bits.
     *
     * @return 16 letters and digits
     */
    public String password() {
        return pick(PASSWORD_LENGTH);
    }

    private String pick(int length) {
        return random.ints(length, 0, ALPHABET.length())
                .collect(StringBuilder::new, (text, at) -> text.append(ALPHABET.charAt(at)), StringBuilder::append)
                .toString();
    }
}
