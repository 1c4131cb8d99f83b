package org.switchboard.telephony.destination;

import java.util.UUID;

/**
 * A way out of a node, and where it leads.
 *
 * @param nodeId whose way out it is
 * @param exit   its key, such as {@code no_answer}
 * @param to     where it leads
 */
public record FlowExit(UUID nodeId, String exit, Destination to) {
}
