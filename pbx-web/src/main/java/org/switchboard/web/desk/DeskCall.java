package org.switchboard.web.desk;

import java.time.Instant;
import java.util.UUID;
import org.switchboard.telephony.callcentre.FloorView;
import org.switchboard.telephony.cdr.CallRecord;
import org.switchboard.telephony.note.AnsweredCall;

/**
 * The call that a desk is about: the one that is on, else the last one, which notes can still be written about.
 *
 * @param visit   which stay of which caller in which queue
 * @param callId  the call in the history; null when it is not known yet
 * @param queueId the queue
 * @param number  the customer's number; empty when withheld
 * @param name    the customer's name; may be empty
 * @param at      since when it rings or talks; of the last call when it was answered
 * @param on      whether it rings or talks
 */
record DeskCall(String visit, UUID callId, UUID queueId, String number, String name, Instant at, boolean on) {

    static DeskCall of(FloorView.Agent agent) {
        FloorView.AgentCall call = agent.call();
        return new DeskCall(call.visit(), call.linkedId() == null ? null : CallRecord.idOf(call.linkedId()), call.queueId(), call.callerNumber(),
                call.callerName(), agent.since(), true);
    }

    static DeskCall of(AnsweredCall last) {
        return new DeskCall(last.visit(), last.callId(), last.queueId(), last.number(), last.name(), last.answeredAt(), false);
    }
}
