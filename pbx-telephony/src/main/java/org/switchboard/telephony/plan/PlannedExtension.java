package org.switchboard.telephony.plan;

import java.util.List;
import org.switchboard.telephony.call.DeviceRef;

/**
 * An extension as calls need it.
 *
 * @param number      what is dialled
 * @param ringSeconds how long its devices ring
 * @param mayCall     whether it may call other extensions at all
 * @param devices     what rings, oldest first; empty when it has none
 */
public record PlannedExtension(String number, int ringSeconds, boolean mayCall, List<DeviceRef> devices) {

    /** Copies the devices. */
    public PlannedExtension {
        devices = List.copyOf(devices);
    }
}
