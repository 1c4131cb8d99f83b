package org.switchboard.web.api;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.HKDFParameterSpec;

/**
 * Keeps stored answers secret: they can hold passwords and tokens. The key comes from the token that asked, which the
 * database does not know, so a copy of the database alone reveals nothing. AES-256-GCM (NIST SP 800-38D) under a key made
 * with HKDF (RFC 5869).
 */
final class ReplySeal {

    private static final byte[] PURPOSE = "switchboard idempotent reply".getBytes(StandardCharsets.US_ASCII);
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final SecureRandom random;

    ReplySeal(SecureRandom random) {
        this.random = random;
    }

    /**
     * Encrypts a body.
     *
     * @param token the token that asked
     * @param bound what the body belongs to; opening needs the same
     * @param body  the body
     * @return base64
     */
    String seal(PresentedToken token, byte[] bound, byte[] body) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, token, nonce, bound).doFinal(body);
            byte[] both = Arrays.copyOf(nonce, NONCE_BYTES + sealed.length);
            System.arraycopy(sealed, 0, both, NONCE_BYTES, sealed.length);
            return Base64.getEncoder().encodeToString(both);
        } catch (GeneralSecurityException everyJdkHasThese) {
            throw new IllegalStateException(everyJdkHasThese);
        }
    }

    /**
     * Decrypts a body.
     *
     * @param token  the token that asked then, and asks again
     * @param bound  what the body belongs to
     * @param sealed what {@link #seal} gave
     * @return the body
     * @throws IllegalStateException when the stored text was tampered with
     */
    byte[] open(PresentedToken token, byte[] bound, String sealed) {
        byte[] both = Base64.getDecoder().decode(sealed);
        try {
            return cipher(Cipher.DECRYPT_MODE, token, Arrays.copyOf(both, NONCE_BYTES), bound)
                    .doFinal(both, NONCE_BYTES, both.length - NONCE_BYTES);
        } catch (GeneralSecurityException tampered) {
            throw new IllegalStateException("a stored reply cannot be opened", tampered);
        }
    }

    private static Cipher cipher(int mode, PresentedToken token, byte[] nonce, byte[] bound) throws GeneralSecurityException {
        SecretKey key = KDF.getInstance("HKDF-SHA256").deriveKey("AES",
                HKDFParameterSpec.ofExtract().addIKM(token.plain().getBytes(StandardCharsets.US_ASCII)).thenExpand(PURPOSE, 32));
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(bound);
        return cipher;
    }
}
