package org.switchboard.telephony.ari;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** The {@code Authorization} header's value for a user and password (RFC 7617). */
final class BasicAuthorization {

    private BasicAuthorization() {
    }

    static String of(String user, String password) {
        var pair = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(pair);
    }
}
