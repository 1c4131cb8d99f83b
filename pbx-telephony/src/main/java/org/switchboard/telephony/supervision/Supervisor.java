package org.switchboard.telephony.supervision;

import java.util.Set;

/**
 * Who supervises.
 *
 * @param by        as the record shall name him: an e-mail address, a token's name, or {@code extension 101}
 * @param extension number of the extension whose phone he uses
 * @param may       what he may do in this queue
 */
public record Supervisor(String by, String extension, Set<SpyMode> may) {

    /** Keeps an unchangeable copy. */
    public Supervisor {
        may = Set.copyOf(may);
    }
}
