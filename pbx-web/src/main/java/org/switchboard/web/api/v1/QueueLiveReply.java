package org.switchboard.web.api.v1;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.OptionalDouble;
import java.util.UUID;
import org.switchboard.telephony.board.BoardAgent;
import org.switchboard.telephony.callcentre.FloorView;
import org.switchboard.telephony.distribution.AgentStatus;
import org.switchboard.telephony.figures.CallFigures;

/**
 * What is going on in a queue.
 *
 * @param waiting      who waits, first come first
 * @param agents       who serves it, by name
 * @param serviceLevel today's share of calls that were answered in time, 0 to 1; null while no call counts
 */
record QueueLiveReply(List<Waiting> waiting, List<Agent> agents,
                      @Schema(types = {"number", "null"}, format = "double") Double serviceLevel) {

    /**
     * Somebody who waits.
     *
     * @param position  from 1
     * @param caller    the caller's number; empty when withheld
     * @param name      the caller's name; may be empty
     * @param enteredAt since when
     * @param priority  the higher, the earlier
     * @param front     whether a supervisor pulled the caller to the front
     * @param callback  whether the caller hung up and is to be called back
     * @param visit     what this stay in the queue is known by
     */
    @Schema(name = "WaitingCaller")
    record Waiting(int position, String caller, String name, Instant enteredAt, int priority, boolean front, boolean callback, String visit) {

        static Waiting of(FloorView.Waiting caller) {
            return new Waiting(caller.position(), caller.callerNumber(), caller.callerName(), caller.enteredAt(), caller.priority(), caller.front(),
                    caller.callback(), caller.visit());
        }
    }

    /**
     * An agent.
     *
     * @param name   what people read
     * @param number what is dialled behind the star code to sign in
     * @param state  what the agent does
     * @param since  since when; null for one who never signed in
     */
    @Schema(name = "AgentOfLiveQueue")
    record Agent(String name, String number, AgentStatus state, @Schema(types = {"string", "null"}, format = "date-time") Instant since) {

        static Agent of(BoardAgent agent, FloorView floor) {
            return floor.agent(agent.id()).map(now -> new Agent(agent.name(), agent.number(), now.status(), since(now)))
                    .orElseGet(() -> new Agent(agent.name(), agent.number(), AgentStatus.SIGNED_OUT, null));
        }

        private static Instant since(FloorView.Agent now) {
            return Instant.EPOCH.equals(now.since()) ? null : now.since();
        }
    }

    static QueueLiveReply of(UUID queueId, FloorView floor, List<BoardAgent> agents, CallFigures today) {
        OptionalDouble level = today.serviceLevel();
        return new QueueLiveReply(floor.queue(queueId).map(FloorView.Queue::waiting).orElse(List.of()).stream().map(Waiting::of).toList(),
                agents.stream().map(agent -> Agent.of(agent, floor)).toList(), level.isPresent() ? level.getAsDouble() : null);
    }
}
