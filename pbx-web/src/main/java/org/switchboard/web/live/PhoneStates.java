package org.switchboard.web.live;

import org.springframework.stereotype.Component;
import org.switchboard.telephony.device.Device;
import org.switchboard.telephony.live.DeviceState;
import org.switchboard.telephony.live.DeviceStates;
import org.switchboard.telephony.live.LiveCallState;
import org.switchboard.telephony.live.LiveCalls;

/** What phones are doing, in the words of pages. */
@Component
public final class PhoneStates {

    private final DeviceStates devices;
    private final LiveCalls calls;

    /**
     * Wires the component.
     *
     * @param devices which devices are registered or on a call
     * @param calls   which of those on a call are only ringing yet
     */
    public PhoneStates(DeviceStates devices, LiveCalls calls) {
        this.devices = devices;
        this.calls = calls;
    }

    /**
     * What a device is doing.
     *
     * @param device a device that the viewer may see
     * @return its state; unknown while Asterisk cannot be heard
     */
    public PhoneState of(Device device) {
        if (!calls.isUp()) {
            return PhoneState.UNKNOWN;
        }
        DeviceState state = devices.of(device.sipUsername());
        if (state.onCall()) {
            return isOnlyRinging(device) ? PhoneState.RINGING : PhoneState.TALKING;
        }
        return state.registered() ? PhoneState.REGISTERED : PhoneState.NOT_REGISTERED;
    }

    private boolean isOnlyRinging(Device device) {
        return calls.of(device.tenantId()).stream()
                .flatMap(call -> call.legs().stream())
                .filter(leg -> leg.sipUsername().equals(device.sipUsername()))
                .allMatch(leg -> leg.state() == LiveCallState.RINGING || leg.state() == LiveCallState.CALLING);
    }
}
