package org.switchboard.web.api.v1;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.switchboard.telephony.board.BoardAgent;
import org.switchboard.telephony.callcentre.FloorView;
import org.switchboard.telephony.distribution.AgentStatus;

/**
 * What an agent does.
 *
 * @param name        what people read
 * @param number      what is dialled behind the star code to sign in
 * @param state       what the agent does
 * @param since       since when; null for one who never signed in
 * @param until       when it ends by itself; null when it does not
 * @param extension   at which phone; null when signed out
 * @param paused      whether the agent is paused, or will be after the talk
 * @param pauseReason name of the reason; null when not paused, or for none
 * @param call        the caller at the phone; null for none
 */
record AgentStateReply(String name, String number, AgentStatus state, @Schema(types = {"string", "null"}, format = "date-time") Instant since,
                       @Schema(types = {"string", "null"}, format = "date-time") Instant until, @Schema(types = {"string", "null"}) String extension, boolean paused,
                       @Schema(types = {"string", "null"}) String pauseReason, Call call) {

    /**
     * A caller at an agent's phone.
     *
     * @param queue    the queue's name; null when it is deleted
     * @param caller   the caller's number; empty when withheld
     * @param name     the caller's name; may be empty
     * @param callback whether the caller is called back
     * @param visit    what the stay in the queue is known by
     */
    @Schema(name = "CallOfAgent")
    record Call(@Schema(types = {"string", "null"}) String queue, String caller, String name, boolean callback, String visit) {
    }

    static AgentStateReply of(BoardAgent agent, FloorView.Agent now, String extension, String queue) {
        if (now == null) {
            return new AgentStateReply(agent.name(), agent.number(), AgentStatus.SIGNED_OUT, null, null, null, false, null, null);
        }
        Call call = now.call() == null ? null
                : new Call(queue, now.call().callerNumber(), now.call().callerName(), now.call().callback(), now.call().visit());
        return new AgentStateReply(agent.name(), agent.number(), now.status(), Instant.EPOCH.equals(now.since()) ? null : now.since(), now.until(),
                extension, now.paused(), now.pauseReason().isEmpty() ? null : now.pauseReason(), call);
    }
}
