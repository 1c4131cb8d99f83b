package org.switchboard.local.phone;

import java.util.Locale;

/** How a phone's SIP messages travel. */
public enum Transport {
    /** Datagrams. */
    UDP,
    /** A connection. */
    TCP,
    /** A connection under TLS; the phone takes any certificate, as a test's is self-signed. */
    TLS;

    /** Value of the SIP URI parameter {@code transport} (RFC 3261 section 19.1.1). */
    public String uriValue() {
        return name().toLowerCase(Locale.ROOT);
    }
}
