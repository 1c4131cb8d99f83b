package org.switchboard.telephony.callcentre;

import java.util.List;
import java.util.UUID;
import org.switchboard.telephony.call.DeviceRef;

/**
 * A callback whose turn has come.
 *
 * @param tenantId    the company
 * @param offerId     what the offer is known by; the engine counts anew when it is restarted
 * @param visit       what the caller's stay in the queue is known by
 * @param queueId     the queue
 * @param agentId     the agent whose phone is to ring first
 * @param extensionId where he is signed in
 * @param devices     the devices there that may be rung; at least one
 * @param ringSeconds for how long
 */
public record CallbackOffer(UUID tenantId, long offerId, String visit, UUID queueId, UUID agentId, UUID extensionId, List<DeviceRef> devices,
                            int ringSeconds) {

    /** Keeps an unchangeable copy. */
    public CallbackOffer {
        devices = List.copyOf(devices);
    }
}
