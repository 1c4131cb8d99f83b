package org.switchboard.telephony.callcentre;

import java.util.Collection;
import org.switchboard.telephony.live.Subscription;

/** Which phones are connected. */
public interface Registrations {

    /**
     * Whether a phone is connected.
     *
     * @param device SIP user name
     * @return true while one is
     */
    boolean isRegistered(String device);

    /**
     * Follows some phones.
     *
     * @param devices SIP user names
     * @param changed run on any thread, when one of them may have come or gone; also once at the beginning
     * @return the subscription
     */
    Subscription watch(Collection<String> devices, Runnable changed);
}
