package org.switchboard.web.api;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A token as a script presents it: {@code sb_} and 256 random bits in base64url (RFC 4648 section 5). That many random bits
 * need no salt and no slow hash.
 *
 * @param plain the token itself
 */
record PresentedToken(String plain) {

    private static final String PREFIX = "sb_";
    private static final int RANDOM_BYTES = 32;
    // RFC 6750 section 2.1; the scheme's name is compared without regard to case (RFC 9110 section 11.1).
    private static final Pattern HEADER = Pattern.compile("(?i:bearer) +(" + PREFIX + "[A-Za-z0-9_-]{43})");

    /**
     * Makes a new token.
     *
     * @param random where the bits come from
     * @return a token that nobody else has
     */
    public static PresentedToken generate(SecureRandom random) {
        byte[] bits = new byte[RANDOM_BYTES];
        random.nextBytes(bits);
        return new PresentedToken(PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bits));
    }

    /**
     * Reads the header {@code Authorization}.
     *
     * @param header its value; may be null
     * @return the token, or empty when this cannot be one of ours
     */
    public static Optional<PresentedToken> of(String header) {
        if (header == null) {
            return Optional.empty();
        }
        Matcher found = HEADER.matcher(header.strip());
        return found.matches() ? Optional.of(new PresentedToken(found.group(1))) : Optional.empty();
    }

    /**
     * What the database knows of the token.
     *
     * @return its SHA-256
     */
    public byte[] hash() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(plain.getBytes(StandardCharsets.US_ASCII));
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    @Override
    public String toString() {
        return PREFIX + "…";
    }
}
