package org.switchboard.telephony.route;

import java.time.Instant;
import java.util.Objects;

/**
 * "What happens if…"
 *
 * @param origin  who calls
 * @param dialled as {@link Router#begin} takes it
 * @param at      when
 * @param digits  what the caller types: first what is typed without a pause from the first menu on, and behind each comma what
 *                is typed at the next menu that nothing typed before is left for; nothing there is silence. What is left of it
 *                when the call rings somewhere is lost, as on a phone
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
