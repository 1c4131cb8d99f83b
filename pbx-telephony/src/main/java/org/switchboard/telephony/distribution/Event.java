package org.switchboard.telephony.distribution;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What happened. Events about callers, agents, queues and offers that are not known are heard and change nothing. */
public sealed interface Event {

    /**
     * When it happened, to the millisecond. Never before the event before; what says otherwise is taken as happening with it.
     *
     * @return the time
     */
    Instant at();

    /**
     * These are the settings now. Callers, agents and offers go on as far as they still have a place; callers of a queue that is gone leave.
     *
     * @param at     when
     * @param queues all queues of the company
     * @param agents all agents of the company
     */
    record Configured(Instant at, List<QueueRules> queues, List<AgentRules> agents) implements Event {
        /** Keeps unchangeable copies. */
        public Configured {
            queues = List.copyOf(queues);
            agents = List.copyOf(agents);
        }
    }

    /**
     * A caller comes into a queue.
     *
     * @param at        when
     * @param visit     what this stay of this caller is known by
     * @param queueId   the queue
     * @param enteredAt since when the caller waits; earlier than {@code at} when it is not the first time
     * @param priority  the higher, the earlier
     * @param rank      for one who was pulled to the front, the rank that was given then; 0 for others
     * @param arrival   whether it is the first time
     */
    record CallerEntered(Instant at, String visit, UUID queueId, Instant enteredAt, int priority, long rank, Arrival arrival) implements Event {}

    /**
     * A caller hung up, pressed a key to leave, was moved elsewhere, or a callback was given up.
     *
     * @param at    when
     * @param visit the caller
     */
    record CallerLeft(Instant at, String visit) implements Event {}

    /**
     * A supervisor gave a caller another priority.
     *
     * @param at       when
     * @param visit    the caller
     * @param priority the higher, the earlier
     */
    record CallerPriority(Instant at, String visit, int priority) implements Event {}

    /**
     * A supervisor pulled a caller to the front: before all who were not pulled, behind those who were pulled before.
     *
     * @param at    when
     * @param visit the caller
     */
    record CallerToFront(Instant at, String visit) implements Event {}

    /**
     * A caller hung up and waits on to be called back, at the same place. Nobody is asked until {@link CallbackDue}; the queue's
     * maximum wait and its rules of who may stay no longer apply.
     *
     * @param at    when
     * @param visit the caller
     */
    record CallbackAsked(Instant at, String visit) implements Event {}

    /**
     * A callback may be made now, or may not: outside opening hours, or too soon after the last attempt.
     *
     * @param at    when
     * @param visit the callback
     * @param due   whether it may
     */
    record CallbackDue(Instant at, String visit, boolean due) implements Event {}

    /**
     * An agent answered, and of a callback the customer as well. It stands even when the offer was taken back in the same moment. The caller is served
     * with this.
     *
     * @param at      when
     * @param offerId the offer
     * @param agentId who
     */
    record OfferAnswered(Instant at, long offerId, UUID agentId) implements Event {}

    /**
     * An offer ended and nobody answered.
     *
     * @param at      when
     * @param offerId the offer
     * @param misses  why, by agent; who is absent is no longer asked and nothing is held against him
     */
    record OfferFailed(Instant at, long offerId, Map<UUID, Miss> misses) implements Event {
        /** Keeps an unchangeable copy. */
        public OfferFailed {
            misses = Map.copyOf(misses);
        }
    }

    /**
     * An agent's talk with a caller of a queue is over; the wrap-up begins.
     *
     * @param at      when
     * @param agentId who
     */
    record TalkEnded(Instant at, UUID agentId) implements Event {}

    /**
     * An agent is ready before the wrap-up's time is over.
     *
     * @param at      when
     * @param agentId who
     */
    record WrapUpEnded(Instant at, UUID agentId) implements Event {}

    /**
     * An agent is at work from now on.
     *
     * @param at      when
     * @param agentId who
     */
    record AgentSignedIn(Instant at, UUID agentId) implements Event {}

    /**
     * An agent goes. Ends a wrap-up and a pause, takes back an offer; a talk is finished first.
     *
     * @param at      when
     * @param agentId who
     */
    record AgentSignedOut(Instant at, UUID agentId) implements Event {}

    /**
     * An agent pauses. Takes back an offer; a talk and its wrap-up are finished first.
     *
     * @param at      when
     * @param agentId who
     */
    record AgentPaused(Instant at, UUID agentId) implements Event {}

    /**
     * An agent is back: ends a pause, and also being set aside.
     *
     * @param at      when
     * @param agentId who
     */
    record AgentResumed(Instant at, UUID agentId) implements Event {}

    /**
     * An agent's phone is on a call that is none of ours, or no longer.
     *
     * @param at      when
     * @param agentId who
     * @param busy    whether it is
     */
    record AgentOtherCall(Instant at, UUID agentId, boolean busy) implements Event {}

    /**
     * An agent's phone can be reached, or cannot. Until said otherwise it can.
     *
     * @param at        when
     * @param agentId   who
     * @param reachable whether it can
     */
    record AgentReachable(Instant at, UUID agentId, boolean reachable) implements Event {}

    /**
     * What is remembered of an agent after a restart, or found out later: takes the place of what was known, but for an offer that is open.
     *
     * @param at      when
     * @param agentId who
     * @param memory  what is remembered
     */
    record AgentRestored(Instant at, UUID agentId, AgentMemory memory) implements Event {}

    /**
     * A day began at the company: talks are counted from nothing.
     *
     * @param at when
     */
    record DayBegan(Instant at) implements Event {}

    /**
     * Time passed and nothing else happened; to be told when {@link Distribution#nextWake()} has come. Being told more often changes nothing.
     *
     * @param at when
     */
    record TimePassed(Instant at) implements Event {}
}
