package org.switchboard.telephony.flow;

import java.util.Map;

/**
 * A node of a graph.
 *
 * @param ref   its name
 * @param step  what it does
 * @param exits which node each way out leads to
 */
public record FlowNode(NodeRef ref, FlowStep step, Map<Outcome, NodeRef> exits) {

    /** Copies the exits. */
    public FlowNode {
        exits = Map.copyOf(exits);
    }
}
