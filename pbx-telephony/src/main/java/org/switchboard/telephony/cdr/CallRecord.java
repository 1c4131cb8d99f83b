package org.switchboard.telephony.cdr;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.switchboard.telephony.call.Step;

/**
 * What is known of a call that has ended.
 *
 * @param tenantId        the company
 * @param id              its id, {@link #idOf made from the linked id}
 * @param linkedId        Asterisk's linked id
 * @param startedAt       when the caller's phone sent the call
 * @param answeredAt      when the phone that was first joined with the caller answered, or a service took the call; null when
 *                        nobody did
 * @param endedAt         when the last of its channels was gone
 * @param direction       between whom it was
 * @param callerNumber    the caller's number
 * @param callerName      the caller's name; may be empty
 * @param calleeNumber    what was dialled
 * @param calleeName      name of who answered, else of who was called first; may be empty
 * @param callerExtension the caller's extension; null for a caller from outside
 * @param calleeExtension the extension that answered, else the one called first; null when none was called
 * @param disposition     how it ended for the caller
 * @param hangupCause     Q.850 cause on the caller's channel; null when unknown
 * @param cutShort        whether Asterisk stopped while the call was on
 * @param legs            its legs, in the order in which they began, the caller's first
 * @param steps           the engine's steps, in order; empty when the engine was away
 */
public record CallRecord(UUID tenantId, UUID id, String linkedId, Instant startedAt, Instant answeredAt, Instant endedAt,
                         CallDirection direction, String callerNumber, String callerName, String calleeNumber,
                         String calleeName, String callerExtension, String calleeExtension, Disposition disposition,
                         Integer hangupCause, boolean cutShort, List<CallLeg> legs, List<Step> steps) {

    /** Keeps unchangeable copies of the lists. */
    public CallRecord {
        legs = List.copyOf(legs);
        steps = List.copyOf(steps);
    }

    /**
     * A call's id, in the history and in the live view: a name-based UUID (RFC 9562 section 5.3) of the linked id, which has
     * the engine's system name in it. So the same call can never have two.
     *
     * @param linkedId Asterisk's linked id
     * @return the id
     */
    public static UUID idOf(String linkedId) {
        return UUID.nameUUIDFromBytes(linkedId.getBytes(StandardCharsets.UTF_8));
    }
}
