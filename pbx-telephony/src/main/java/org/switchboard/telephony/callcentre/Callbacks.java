package org.switchboard.telephony.callcentre;

import java.util.UUID;
import org.switchboard.telephony.distribution.Miss;

/** What the floors are told of callbacks, by who keeps and makes them. Nothing here waits for anything. */
public interface Callbacks {

    /** How a callback can end without a talk. */
    enum End {
        /** The customer could not be reached as often as was to be tried. */
        FAILED,
        /** A supervisor or the customer gave it up. */
        CANCELLED
    }

    /**
     * A callback waits on, after a restart. Not due until {@link #due} says so. Does nothing for one that waits already.
     *
     * @param tenantId the company
     * @param stay     the stay in the queue; its number is the one to be called
     */
    void restore(UUID tenantId, CallerStay stay);

    /**
     * A callback may be made now, or may not.
     *
     * @param tenantId the company
     * @param visit    the callback
     * @param due      whether it may
     */
    void due(UUID tenantId, String visit, boolean due);

    /**
     * The agent answered.
     *
     * @param tenantId     the company
     * @param offerId      the offer
     * @param agentChannel the agent's channel in Asterisk, by whose end the floor sees that he is free again
     * @param linkedId     the call in the history
     */
    void answered(UUID tenantId, long offerId, String agentChannel, String linkedId);

    /**
     * The agent did not answer; the callback keeps its place.
     *
     * @param tenantId the company
     * @param offerId  the offer
     * @param miss     why
     */
    void missed(UUID tenantId, long offerId, Miss miss);

    /**
     * The customer answered: agent and customer talk.
     *
     * @param tenantId the company
     * @param visit    the callback
     */
    void talking(UUID tenantId, String visit);

    /**
     * The customer did not answer: the agent is free at once, and the callback waits at its place, not due until {@link #due}.
     *
     * @param tenantId the company
     * @param visit    the callback
     */
    void customerMissed(UUID tenantId, String visit);

    /**
     * A callback is over without a talk. It leaves the queue, and an agent who is on the phone for it is free at once.
     *
     * @param tenantId the company
     * @param visit    the callback
     * @param end      how
     */
    void ended(UUID tenantId, String visit, End end);
}
