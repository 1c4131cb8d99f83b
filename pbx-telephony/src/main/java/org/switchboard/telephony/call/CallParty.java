package org.switchboard.telephony.call;

import java.util.Objects;
import java.util.UUID;

/**
 * Who calls, as far as steps need to know.
 *
 * @param tenantId the company whose plan the call follows
 * @param caller   where the call comes from
 */
public record CallParty(UUID tenantId, Caller caller) {

    /** Checks that nothing is missing. */
    public CallParty {
        Objects.requireNonNull(tenantId);
        Objects.requireNonNull(caller);
    }

    /**
     * The caller's number.
     *
     * @return of an extension, or of the outside caller; empty when that one is anonymous
     */
    public String number() {
        return caller.number();
    }

    /**
     * Whether the call comes from a certain device.
     *
     * @param device any device
     * @return true when it is that device's own channel
     */
    public boolean isDevice(DeviceRef device) {
        return caller instanceof Caller.Inside(var own, _) && own.equals(device);
    }
}
