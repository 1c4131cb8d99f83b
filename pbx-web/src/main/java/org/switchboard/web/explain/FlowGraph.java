package org.switchboard.web.explain;

import java.util.List;

/**
 * The ways from one thing to every end, before it is drawn.
 *
 * @param nodes in the order in which a caller could come to them, the start first; at least one
 * @param cut   whether there are more than are drawn
 */
record FlowGraph(List<Node> nodes, boolean cut) {

    FlowGraph {
        nodes = List.copyOf(nodes);
    }

    /**
     * A thing.
     *
     * @param key   unique in the graph
     * @param kind  its kind, a key of {@code way.kind}
     * @param name  what people read of it
     * @param path  its page; null for none
     * @param exits its ways out, in the order in which they are shown
     * @param now   whether a call that comes now can come to it
     */
    record Node(String key, String kind, String name, String path, List<Exit> exits, boolean now) {

        Node {
            exits = List.copyOf(exits);
        }

        Node reachedNow(List<Exit> all) {
            return new Node(key, kind, name, path, all, true);
        }
    }

    /**
     * A way out.
     *
     * @param exit   its key
     * @param to     key of the thing that it leads to; null when the call ends
     * @param hangup how the call then ends; null when it leads to a thing, or nowhere at all
     * @param open   whether it could be taken now by whoever is there
     * @param chosen whether that is so by the time of day or by a setting, and not by the caller
     * @param now    whether a call that comes now can take it
     */
    record Exit(String exit, String to, String hangup, boolean open, boolean chosen, boolean now) {

        Exit takenNow() {
            return new Exit(exit, to, hangup, open, chosen, true);
        }
    }

    /** The thing with a key. */
    Node node(String key) {
        return nodes.stream().filter(node -> node.key().equals(key)).findFirst().orElseThrow();
    }
}
