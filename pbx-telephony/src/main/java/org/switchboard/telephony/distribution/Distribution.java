package org.switchboard.telephony.distribution;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Distributes the waiting callers of one company to its agents. Deterministic: the same seed and events give the same decisions. Not for
 * several threads.
 */
public final class Distribution {

    private final Desk desk;

    /**
     * An empty company, to be told its settings by {@link Event.Configured}.
     *
     * @param seed what {@link Strategy#RANDOM} draws from
     */
    public Distribution(long seed) {
        desk = new Desk(seed);
    }

    /**
     * Takes in what happened and decides. What fell due before is decided first, as if it had been told in time.
     *
     * @param event what happened
     * @return what is to be done, in this order; often nothing
     */
    public List<Decision> on(Event event) {
        return desk.on(event);
    }

    /**
     * When {@link Event.TimePassed} is to be told next unless another event comes before.
     *
     * @return the time; empty when nothing will happen by itself
     */
    public Optional<Instant> nextWake() {
        return desk.nextWake();
    }

    /**
     * A queue's callers at a moment, first come first: those on the phone, those who are being offered, and callbacks.
     *
     * @param queueId the queue
     * @param at      the moment; waiting makes priorities grow
     * @return the callers; none for a queue that is not known
     */
    public List<WaitingCaller> waiting(UUID queueId, Instant at) {
        return desk.waiting(queueId, at);
    }

    /**
     * One caller at a moment.
     *
     * @param visit the caller
     * @param at    the moment
     * @return the caller with the place in the queue; empty for one who does not wait
     */
    public Optional<WaitingCaller> caller(String visit, Instant at) {
        return desk.caller(visit, at);
    }

    /**
     * All agents, in the order of the settings.
     *
     * @return what each does
     */
    public List<AgentView> agents() {
        return desk.agents();
    }

    /**
     * One agent.
     *
     * @param agentId who
     * @return what he does; empty for one who is not known
     */
    public Optional<AgentView> agent(UUID agentId) {
        return desk.agent(agentId);
    }
}
