package org.switchboard.telephony.plan;

import java.util.List;
import java.util.UUID;
import org.switchboard.telephony.call.DeviceRef;
import org.switchboard.telephony.extension.CallPermission;

/**
 * An extension as calls need it.
 *
 * @param id           its id, also that of its node
 * @param number       what is dialled
 * @param name         what people read
 * @param ringSeconds  how long its devices ring
 * @param mayCall      whom it may call
 * @param doNotDisturb whether nobody may ring it now
 * @param callerId     the E.164 number that outside callees see; null when it has none of its own
 * @param hideCallerId whether outside callees see no number
 * @param devices      what rings, oldest first; empty when it has none
 */
public record PlannedExtension(UUID id, String number, String name, int ringSeconds, CallPermission mayCall, boolean doNotDisturb,
                               String callerId, boolean hideCallerId, List<DeviceRef> devices) {

    /** Copies the devices. */
    public PlannedExtension {
        devices = List.copyOf(devices);
    }

    /**
     * As it is read: its number and its name.
     *
     * @return never empty
     */
    public String label() {
        return number + " " + name;
    }
}
