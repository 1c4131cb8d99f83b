package org.switchboard.telephony.route;

import org.switchboard.telephony.call.Refusal;

/** Where a call goes. */
public sealed interface Destination {

    /**
     * To an extension of the caller's company.
     *
     * @param number its number
     */
    record ToExtension(String number) implements Destination {
    }

    /**
     * To a service of the system.
     *
     * @param service which
     */
    record ToService(ServiceCode service) implements Destination {
    }

    /**
     * Nowhere.
     *
     * @param refusal why
     */
    record Nowhere(Refusal refusal) implements Destination {
    }
}
