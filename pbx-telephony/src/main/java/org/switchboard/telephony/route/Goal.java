package org.switchboard.telephony.route;

import java.util.UUID;
import org.switchboard.telephony.destination.DestinationKind;
import org.switchboard.telephony.plan.PlannedExit;
import org.switchboard.telephony.plan.PlannedExtension;

/**
 * Where a caller goes next.
 *
 * @param kind   what to
 * @param nodeId id of the thing; null for a number outside and for the end of the call
 * @param value  the E.164 number outside, or the hang-up's word; null for a thing
 * @param behalf number of the extension whose forwarding it is; empty for none
 */
record Goal(DestinationKind kind, UUID nodeId, String value, String behalf) {

    static Goal of(PlannedExit exit) {
        return new Goal(exit.kind(), exit.nodeId(), exit.value(), "");
    }

    static Goal thing(DestinationKind kind, UUID id) {
        return new Goal(kind, id, null, "");
    }

    /** What an extension's owner chose is done in that extension's name. */
    Goal onBehalfOf(PlannedExtension extension) {
        return new Goal(kind, nodeId, value, extension.number());
    }
}
