package org.switchboard.telephony.callcentre;

import java.util.Set;
import java.util.UUID;

/**
 * News of a call centre.
 *
 * @param view   as it is now
 * @param queues the queues that are not as they were at the news before; all of them the first time
 * @param agents the agents who are not as they were at the news before; all of them the first time
 */
public record FloorChange(FloorView view, Set<UUID> queues, Set<UUID> agents) {

    /** Keeps unchangeable copies. */
    public FloorChange {
        queues = Set.copyOf(queues);
        agents = Set.copyOf(agents);
    }
}
