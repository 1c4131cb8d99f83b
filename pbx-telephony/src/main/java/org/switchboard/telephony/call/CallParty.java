package org.switchboard.telephony.call;

import java.util.Objects;
import java.util.UUID;

/**
 * Who calls, as far as steps need to know.
 *
 * @param tenantId the company
 * @param device   the device whose channel this is
 * @param number   number of its extension
 */
public record CallParty(UUID tenantId, DeviceRef device, String number) {

    /** Checks that nothing is missing. */
    public CallParty {
        Objects.requireNonNull(tenantId);
        Objects.requireNonNull(device);
        Objects.requireNonNull(number);
    }
}
