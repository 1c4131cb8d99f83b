package org.switchboard.telephony.engine;

import org.switchboard.telephony.call.Call;
import org.switchboard.telephony.call.CallPosition;
import org.switchboard.telephony.call.CallProgram;
import org.switchboard.telephony.call.EndReason;
import org.switchboard.telephony.flow.FlowRunner;
import org.switchboard.telephony.flow.NodeRef;
import org.switchboard.telephony.plan.PlannedExtension;
import org.switchboard.telephony.plan.TenantPlan;
import org.switchboard.telephony.route.Router;

/**
 * What the engine does with a device's call: resume where it stood, or route what was dialled, and follow the graph.
 *
 * @param plan   the caller's company
 * @param caller the extension that calls
 */
record RoutedCall(TenantPlan plan, PlannedExtension caller) implements CallProgram {

    @Override
    public EndReason run(Call call) {
        var start = call.position().map(CallPosition::node).flatMap(NodeRef::parse).orElseGet(() -> decide(call));
        return FlowRunner.run(call, new TenantGraph(plan), start);
    }

    private NodeRef decide(Call call) {
        var decision = Router.route(plan, caller, call.dialled());
        var node = TenantGraph.nodeFor(decision.destination());
        call.note("route", call.dialled(), decision.rule(), decision.reason(), node.toString());
        return node;
    }
}
