package org.switchboard.telephony.device;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * A device's SIP user name and password, as they are handed out once.
 *
 * @param username opaque, 16 small letters and digits
 * @param password 24 letters and digits that are hard to mistake for each other, about 138 bits
 */
public record SipAccount(String username, String password) {

    /** Digest realm of all devices (RFC 7616 section 3.3). */
    public static final String REALM = "switchboard";

    private static final String USERNAME_ALPHABET = "abcdefghijkmnpqrstuvwxyz23456789";
    private static final int USERNAME_LENGTH = 16;
    private static final String PASSWORD_ALPHABET = "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz23456789";
    private static final int PASSWORD_LENGTH = 24;

    /**
     * Makes a new account.
     *
     * @param random where the bits come from
     * @return an account that has never been used
     */
    public static SipAccount generate(SecureRandom random) {
        return new SipAccount(pick(random, USERNAME_ALPHABET, USERNAME_LENGTH), newPassword(random));
    }

    /**
     * The same user name with a new password.
     *
     * @param username the device's user name
     * @param random   where the bits come from
     * @return the account
     */
    public static SipAccount renew(String username, SecureRandom random) {
        return new SipAccount(username, newPassword(random));
    }

    /**
     * The digest that is stored instead of the password: HA1 of RFC 7616 section 3.4.2 with MD5, which every SIP phone speaks.
     *
     * @return 32 hexadecimal digits
     */
    public String ha1() {
        try {
            byte[] a1 = (username + ":" + REALM + ":" + password).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(a1));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java platform has MD5", missing);
        }
    }

    /** Says the user name only: a password must not reach a log. */
    @Override
    public String toString() {
        return "SipAccount[" + username + "]";
    }

    private static String newPassword(SecureRandom random) {
        return pick(random, PASSWORD_ALPHABET, PASSWORD_LENGTH);
    }

    private static String pick(SecureRandom random, String alphabet, int length) {
        return random.ints(length, 0, alphabet.length())
                .collect(StringBuilder::new, (text, at) -> text.append(alphabet.charAt(at)), StringBuilder::append)
                .toString();
    }
}
