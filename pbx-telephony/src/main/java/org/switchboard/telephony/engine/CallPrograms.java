package org.switchboard.telephony.engine;

import java.time.InstantSource;
import java.util.function.Predicate;
import org.switchboard.telephony.call.CallProgram;
import org.switchboard.telephony.call.DeviceRef;
import org.switchboard.telephony.plan.PlannedExtension;
import org.switchboard.telephony.plan.TenantPlan;
import org.switchboard.telephony.route.Origin;

/**
 * Makes what is to be done with calls, of what all of them share.
 *
 * @param sounds what callers are played
 * @param codes  the star codes
 * @param memory what ring groups remember
 * @param onCall whether a device is in a call now
 * @param clock  what time it is
 */
record CallPrograms(Sounds sounds, StarCodes codes, TalkMemory memory, Predicate<DeviceRef> onCall, InstantSource clock) {

    CallProgram inside(TenantPlan plan, PlannedExtension extension, DeviceRef device, String dialled) {
        return program(plan, new Origin.Inside(extension, device), dialled);
    }

    CallProgram outside(TenantPlan plan, OutsideArrival arrival) {
        return program(plan, new Origin.Outside(arrival.caller()), arrival.dialled());
    }

    private CallProgram program(TenantPlan plan, Origin origin, String dialled) {
        return new RoutedCall(dialled, new Performer(plan, origin, sounds, codes, memory, clock), memory, onCall, clock);
    }
}
