package org.switchboard.telephony.callcentre;

import java.util.Collection;
import org.switchboard.telephony.live.DeviceStates;
import org.switchboard.telephony.live.Subscription;

/**
 * Which phones are connected, as the live pages know it.
 *
 * @param devices what is known
 */
public record LiveRegistrations(DeviceStates devices) implements Registrations {

    @Override
    public boolean isRegistered(String device) {
        return devices.of(device).registered();
    }

    @Override
    public Subscription watch(Collection<String> sipUsernames, Runnable changed) {
        return devices.subscribe(sipUsernames, _ -> changed.run());
    }
}
