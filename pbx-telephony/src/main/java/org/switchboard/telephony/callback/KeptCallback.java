package org.switchboard.telephony.callback;

import java.time.Instant;
import java.util.UUID;
import org.switchboard.telephony.callcentre.CallerStay;

/**
 * A caller who waits to be called back.
 *
 * @param id          its id
 * @param tenantId    the company
 * @param stay        the stay in the queue; its number is the one to be called, E.164 or an extension's
 * @param caller      who called, as the queue saw it; may be empty
 * @param shows       the company's number that the customer sees; null for the company's usual one
 * @param askedAt     when the caller asked for it
 * @param notBefore   not called before then; null for as soon as it is his turn
 * @param attempts    how often the customer was dialled
 * @param attemptOpen whether the last attempt has no result yet
 */
public record KeptCallback(UUID id, UUID tenantId, CallerStay stay, String caller, String shows, Instant askedAt, Instant notBefore, int attempts,
                           boolean attemptOpen) {

    KeptCallback with(CallerStay other) {
        return new KeptCallback(id, tenantId, other, caller, shows, askedAt, notBefore, attempts, attemptOpen);
    }

    KeptCallback dialling() {
        return new KeptCallback(id, tenantId, stay, caller, shows, askedAt, notBefore, attempts + 1, true);
    }

    KeptCallback waitingUntil(Instant then) {
        return new KeptCallback(id, tenantId, stay, caller, shows, askedAt, then, attempts, false);
    }
}
