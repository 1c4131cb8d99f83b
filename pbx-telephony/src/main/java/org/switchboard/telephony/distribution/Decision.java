package org.switchboard.telephony.distribution;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What is to be done, in the order of the decisions. */
public sealed interface Decision {

    /**
     * Ring these agents' phones for a caller. The answer is {@link Event.OfferAnswered} or {@link Event.OfferFailed}, always one of them.
     *
     * @param offerId     counted up
     * @param visit       the caller
     * @param queueId     the queue
     * @param agents      one, or with {@link Strategy#RING_ALL} several
     * @param ringSeconds for how long
     * @param callback    whether the caller is to be called back once the agent has answered
     */
    record Offer(long offerId, String visit, UUID queueId, List<UUID> agents, int ringSeconds, boolean callback) implements Decision {
        /** Keeps an unchangeable copy. */
        public Offer {
            agents = List.copyOf(agents);
        }
    }

    /**
     * Stop ringing. Its agents and its caller stay bound until {@link Event.OfferFailed} confirms it, or {@link Event.OfferAnswered} says that
     * an agent was faster, or some seconds have passed.
     *
     * @param offerId the offer
     */
    record Withdraw(long offerId) implements Decision {}

    /**
     * A caller leaves without an agent; the core has forgotten the caller with this.
     *
     * @param visit   the caller, also one who has just come
     * @param queueId the queue
     * @param way     why
     */
    record Leave(String visit, UUID queueId, Way way) implements Decision {}

    /**
     * An agent is now doing something else, or until another time.
     *
     * @param agentId the agent
     * @param status  what he does
     * @param since   since when
     * @param until   when it ends by itself; null when it does not
     */
    record AgentIs(UUID agentId, AgentStatus status, Instant since, Instant until) implements Decision {}
}
