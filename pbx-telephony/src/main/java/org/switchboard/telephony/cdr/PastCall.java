package org.switchboard.telephony.cdr;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A call of the history, as people read it. See {@link CallRecord} for how each value comes about.
 *
 * @param id              its id, the same as in the live view
 * @param startedAt       when it began
 * @param answeredAt      when it was answered; null when it was not
 * @param endedAt         when it ended
 * @param direction       between whom
 * @param callerNumber    the caller's number
 * @param callerName      the caller's name; may be empty
 * @param calleeNumber    what was dialled
 * @param calleeName      name of who answered, else of who was called first; may be empty
 * @param callerExtension the caller's extension; null for an outside caller
 * @param calleeExtension the extension that answered, else the one called first; null when none was called
 * @param disposition     how it ended
 * @param hangupCause     Q.850 cause; null when unknown
 * @param cutShort        whether Asterisk stopped while it was on
 * @param steps           the engine's steps, in order; empty when the engine was away
 * @param legs            its legs, the caller's first; empty in an export
 */
public record PastCall(UUID id, Instant startedAt, Instant answeredAt, Instant endedAt, CallDirection direction, String callerNumber,
                       String callerName, String calleeNumber, String calleeName, String callerExtension, String calleeExtension,
                       Disposition disposition, Integer hangupCause, boolean cutShort, List<RecordedStep> steps, List<PastLeg> legs) {

    /** Keeps unchangeable copies of the lists. */
    public PastCall {
        steps = List.copyOf(steps);
        legs = List.copyOf(legs);
    }

    /**
     * The same call with legs.
     *
     * @param its the legs
     * @return the call
     */
    PastCall with(List<PastLeg> its) {
        return new PastCall(id, startedAt, answeredAt, endedAt, direction, callerNumber, callerName, calleeNumber, calleeName,
                callerExtension, calleeExtension, disposition, hangupCause, cutShort, steps, its);
    }
}
