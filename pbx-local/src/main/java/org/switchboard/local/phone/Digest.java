package org.switchboard.local.phone;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.regex.Pattern;

/** Digest authentication as RFC 7616 (section 3.4) and RFC 3261 (section 22) have it, with MD5 and {@code qop=auth}. */
public final class Digest {

    private static final String CNONCE = "0a4f113b";

    private Digest() {
    }

    /** The value of the header Authorization that answers a challenge. */
    public static String answer(String challenge, String method, String uri, String username, String password) {
        String realm = part(challenge, "realm");
        String nonce = part(challenge, "nonce");
        String ha1 = md5(username + ":" + realm + ":" + password);
        String response = md5(ha1 + ":" + nonce + ":00000001:" + CNONCE + ":auth:" + md5(method + ":" + uri));
        return "Digest username=\"" + username + "\", realm=\"" + realm + "\", nonce=\"" + nonce + "\", uri=\"" + uri
                + "\", response=\"" + response + "\", algorithm=MD5, qop=auth, nc=00000001, cnonce=\"" + CNONCE
                + "\", opaque=\"" + part(challenge, "opaque") + "\"";
    }

    /**
     * Whether somebody proved to know a password.
     *
     * @param proof parts of the header Authorization
     * @param ha1 of the account
     */
    static boolean isRight(Map<String, String> proof, String method, String ha1) {
        String ha2 = md5(method + ":" + proof.get("uri"));
        String expected = proof.containsKey("qop")
                ? md5(ha1 + ":" + proof.get("nonce") + ":" + proof.get("nc") + ":" + proof.get("cnonce") + ":" + proof.get("qop") + ":" + ha2)
                : md5(ha1 + ":" + proof.get("nonce") + ":" + ha2);
        return expected.equals(proof.get("response"));
    }

    /** HA1: what a database may keep instead of the password. */
    public static String ha1(String username, String realm, String password) {
        return md5(username + ":" + realm + ":" + password);
    }

    private static String part(String challenge, String name) {
        var found = Pattern.compile(name + "=\"([^\"]*)\"").matcher(challenge);
        return found.find() ? found.group(1) : "";
    }

    private static String md5(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has MD5", e);
        }
    }
}
