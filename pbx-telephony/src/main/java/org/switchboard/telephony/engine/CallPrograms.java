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
 * @param queues where callers wait for agents
 * @param memory what ring groups remember
 * @param onCall whether a device is in a call now
 * @param calls  how many calls of a company are in hand, the one that begins among them
 * @param clock  what time it is
 */
record CallPrograms(Sounds sounds, StarCodes codes, QueueWaiting queues, TalkMemory memory, Predicate<DeviceRef> onCall,
                    ToIntFunction<UUID> calls, InstantSource clock) {

    CallProgram inside(TenantPlan plan, PlannedExtension extension, DeviceRef device, String dialled) {
        return program(plan, new Origin.Inside(extension, device), (router, around) -> router.begin(dialled, around), false);
    }

    CallProgram outside(TenantPlan plan, OutsideArrival arrival) {
        return program(plan, new Origin.Outside(arrival.caller(), arrival.dialled()), (router, around) -> router.begin(arrival.dialled(), around), arrival.full());
    }

    /** The call is on already, so no limit stands against it. */
    CallProgram transferred(TenantPlan plan, Origin origin, PlannedExtension by, String dialled) {
        return program(plan, origin, (router, around) -> router.transferred(by, dialled, around), false);
    }

    private CallProgram program(TenantPlan plan, Origin origin, RoutedCall.Beginning beginning, boolean trunkIsFull) {
        var limit = plan.company().callLimit();
        BooleanSupplier full = () -> trunkIsFull || limit != null && calls.applyAsInt(plan.tenantId()) > limit;
        return new RoutedCall(beginning, full, new Performer(plan, origin, sounds, codes, queues, memory, new TalkRecording(plan, origin, sounds), clock), memory, onCall, clock);
    }
}
