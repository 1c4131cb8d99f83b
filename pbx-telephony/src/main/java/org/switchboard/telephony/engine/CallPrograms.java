package org.switchboard.telephony.engine;

import java.time.InstantSource;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
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
 * @param calls  how many calls of a company are in hand, the one that begins among them
 * @param clock  what time it is
 */
record CallPrograms(Sounds sounds, StarCodes codes, TalkMemory memory, Predicate<DeviceRef> onCall, ToIntFunction<UUID> calls,
                    InstantSource clock) {

    CallProgram inside(TenantPlan plan, PlannedExtension extension, DeviceRef device, String dialled) {
        return program(plan, new Origin.Inside(extension, device), dialled, false);
    }

    CallProgram outside(TenantPlan plan, OutsideArrival arrival) {
        return program(plan, new Origin.Outside(arrival.caller()), arrival.dialled(), arrival.full());
    }

    private CallProgram program(TenantPlan plan, Origin origin, String dialled, boolean trunkIsFull) {
        var limit = plan.company().callLimit();
        BooleanSupplier full = () -> trunkIsFull || limit != null && calls.applyAsInt(plan.tenantId()) > limit;
        return new RoutedCall(dialled, full, new Performer(plan, origin, sounds, codes, memory, clock), memory, onCall, clock);
    }
}
