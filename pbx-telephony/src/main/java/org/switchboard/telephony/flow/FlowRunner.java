package org.switchboard.telephony.flow;

import org.switchboard.telephony.call.Call;
import org.switchboard.telephony.call.EndReason;

/** Leads a call through a graph, from node to node by the ways out that the steps name. */
public final class FlowRunner {

    /** More nodes than any sensible flow has; whoever passes more goes round in a circle. */
    private static final int MOST_NODES = 100;

    private FlowRunner() {
    }

    /**
     * Runs a call to its end.
     *
     * @param call  the call
     * @param graph the graph, which stays the same for the whole call
     * @param start the first node, or the one to resume at
     * @return how it ended
     * @throws IllegalStateException when a node or an exit is missing, or the call goes round in a circle
     * @throws org.switchboard.telephony.call.CallEnded when the call ends within a step
     */
    public static EndReason run(Call call, FlowGraph graph, NodeRef start) {
        var ref = start;
        for (var passed = 0; passed < MOST_NODES; passed++) {
            var here = ref;
            var node = graph.node(here).orElseThrow(() -> new IllegalStateException("no node " + here));
            call.enter(here.toString());
            switch (node.step().run(call)) {
                case Result.Done(var reason) -> {
                    return reason;
                }
                case Result.GoOn(var outcome) -> {
                    call.note(here.kind(), here.name(), "", "", outcome.key());
                    ref = node.exits().get(outcome);
                    if (ref == null) {
                        throw new IllegalStateException("no exit " + outcome.key() + " from " + here);
                    }
                }
            }
        }
        throw new IllegalStateException("more than " + MOST_NODES + " nodes passed, the last was " + ref);
    }
}
