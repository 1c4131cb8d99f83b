package org.switchboard.telephony.route;

import java.time.Instant;
import java.util.Objects;

/**
 * "What happens if…"
 *
 * @param origin  who calls
 * @param dialled as {@link Router#begin} takes it
 * @param at      when
 * @param digits  what the caller types on the way, in order; a comma is a pause after which what was typed is taken as it is;
 *                what is left when nothing listens any more means nothing
 * @param ifRung  what those do whom the call rings
 */
public record Question(Origin origin, String dialled, Instant at, String digits, IfRung ifRung) {

    /** Checks that nothing is missing. */
    public Question {
        Objects.requireNonNull(origin);
        Objects.requireNonNull(dialled);
        Objects.requireNonNull(at);
        Objects.requireNonNull(digits);
        Objects.requireNonNull(ifRung);
    }
}
