package org.switchboard.telephony.plan;

import java.util.List;
import java.util.UUID;
import org.switchboard.telephony.number.RoutePattern;

/**
 * An outbound route as calls need it.
 *
 * @param id       its id
 * @param name     what people read
 * @param patterns which numbers take it, at least one
 * @param callerId the E.164 number shown over it; null for none of its own
 * @param trunks   ids of its trunks in the order in which they are tried
 */
public record PlannedRoute(UUID id, String name, List<RoutePattern> patterns, String callerId, List<UUID> trunks) {

    /** Copies the lists. */
    public PlannedRoute {
        patterns = List.copyOf(patterns);
        trunks = List.copyOf(trunks);
    }
}
