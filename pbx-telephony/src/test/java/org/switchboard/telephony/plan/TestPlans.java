package org.switchboard.telephony.plan;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.switchboard.telephony.call.DeviceRef;
import org.switchboard.telephony.destination.DestinationKind;
import org.switchboard.telephony.extension.CallPermission;

/** Plans of tests, made without a database. Ids follow from names. */
public final class TestPlans {

    private TestPlans() {
    }

    public static PlanBuilder builder(UUID tenantId) {
        return new PlanBuilder(new PlannedCompany(tenantId, "en", "KR", "", null));
    }

    public static UUID id(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }

    /** An extension with devices; its id follows from its number. */
    public static PlannedExtension extension(String number, String... devices) {
        return extension(number, CallPermission.INTERNAL, devices);
    }

    public static PlannedExtension extension(String number, CallPermission mayCall, String... devices) {
        return new PlannedExtension(id(number), number, "Name " + number, 20, mayCall, false, null, false,
                List.of(devices).stream().map(DeviceRef::new).toList());
    }

    public static PlannedExit to(DestinationKind kind, String name) {
        return new PlannedExit(kind, id(name), null);
    }

    public static PlannedExit outside(String number) {
        return new PlannedExit(DestinationKind.OUTSIDE_NUMBER, null, number);
    }

    public static PlannedExit hangup(String word) {
        return new PlannedExit(DestinationKind.HANGUP, null, word);
    }
}
