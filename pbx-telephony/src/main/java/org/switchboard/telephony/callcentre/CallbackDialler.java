package org.switchboard.telephony.callcentre;

import java.util.UUID;

/** Makes callbacks: rings the agent, and once he has answered the customer. Tells the {@link Callbacks} what comes of it. */
public interface CallbackDialler {

    /**
     * Begins. Returns at once, whatever comes of it; called on the floor's own thread. Exactly one of {@link Callbacks#answered} and
     * {@link Callbacks#missed} is to follow.
     *
     * @param offer what to do
     */
    void dial(CallbackOffer offer);

    /**
     * Stops ringing the agent; {@link Callbacks#missed} is to follow unless he has answered. Returns at once.
     *
     * @param tenantId the company
     * @param offerId  the offer
     */
    void withdraw(UUID tenantId, long offerId);
}
