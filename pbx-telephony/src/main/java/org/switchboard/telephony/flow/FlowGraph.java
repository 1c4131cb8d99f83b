package org.switchboard.telephony.flow;

import java.util.Optional;

/** A company's nodes. */
@FunctionalInterface
public interface FlowGraph {

    /**
     * Finds a node.
     *
     * @param ref its name
     * @return empty when there is none (any more)
     */
    Optional<FlowNode> node(NodeRef ref);
}
