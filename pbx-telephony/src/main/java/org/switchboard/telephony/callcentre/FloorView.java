package org.switchboard.telephony.callcentre;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.switchboard.telephony.distribution.AgentStatus;

/**
 * A company's call centre at one moment.
 *
 * @param tenantId the company
 * @param at       the moment
 * @param queues   its queues
 * @param agents   its agents
 */
public record FloorView(UUID tenantId, Instant at, List<Queue> queues, List<Agent> agents) {

    /** Keeps unchangeable copies. */
    public FloorView {
        queues = List.copyOf(queues);
        agents = List.copyOf(agents);
    }

    /**
     * A queue.
     *
     * @param queueId which
     * @param waiting its callers, first come first, those whose agent's phone rings among them
     */
    public record Queue(UUID queueId, List<Waiting> waiting) {

        /** Keeps an unchangeable copy. */
        public Queue {
            waiting = List.copyOf(waiting);
        }
    }

    /**
     * Somebody who waits.
     *
     * @param visit        what this stay in the queue is known by
     * @param linkedId     the call in the history; null for a callback that nobody has dialled since the caller hung up
     * @param position     from 1
     * @param callerNumber may be empty
     * @param callerName   may be empty
     * @param enteredAt    since when
     * @param priority     the higher, the earlier
     * @param front        whether a supervisor pulled the caller to the front
     * @param callback     whether the caller hung up and is to be called back
     * @param ringing      the agents whose phones ring for this caller; often none
     */
    public record Waiting(String visit, String linkedId, int position, String callerNumber, String callerName, Instant enteredAt, int priority,
                          boolean front, boolean callback, List<UUID> ringing) {

        /** Keeps an unchangeable copy. */
        public Waiting {
            ringing = List.copyOf(ringing);
        }
    }

    /**
     * An agent.
     *
     * @param agentId     who
     * @param status      what he does
     * @param since       since when
     * @param until       when it ends by itself; null when it does not
     * @param extensionId where he is signed in; null when he is not
     * @param paused      whether he is paused, or will be after the talk
     * @param pauseReason name of the reason; empty when he is not paused, or said none
     * @param call        the caller for whom his phone rings or with whom he talks; null for none
     */
    public record Agent(UUID agentId, AgentStatus status, Instant since, Instant until, UUID extensionId, boolean paused, String pauseReason,
                        AgentCall call) {
    }

    /**
     * A caller at an agent's phone.
     *
     * @param queueId      of which queue
     * @param visit        what the stay in the queue is known by
     * @param linkedId     the call in the history; null when it is not known yet
     * @param callerNumber may be empty
     * @param callerName   may be empty
     * @param callback     whether the caller is called back
     */
    public record AgentCall(UUID queueId, String visit, String linkedId, String callerNumber, String callerName, boolean callback) {
    }

    /**
     * Finds a queue.
     *
     * @param queueId any id
     * @return empty when there is none
     */
    public Optional<Queue> queue(UUID queueId) {
        return queues.stream().filter(queue -> queue.queueId().equals(queueId)).findFirst();
    }

    /**
     * Finds an agent.
     *
     * @param agentId any id
     * @return empty when there is none
     */
    public Optional<Agent> agent(UUID agentId) {
        return agents.stream().filter(agent -> agent.agentId().equals(agentId)).findFirst();
    }
}
