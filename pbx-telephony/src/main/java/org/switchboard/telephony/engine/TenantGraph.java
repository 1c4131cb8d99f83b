package org.switchboard.telephony.engine;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.switchboard.telephony.call.Refusal;
import org.switchboard.telephony.extension.ExtensionOutcome;
import org.switchboard.telephony.extension.ExtensionStep;
import org.switchboard.telephony.flow.FlowGraph;
import org.switchboard.telephony.flow.FlowNode;
import org.switchboard.telephony.flow.NodeRef;
import org.switchboard.telephony.flow.Outcome;
import org.switchboard.telephony.flow.RefuseStep;
import org.switchboard.telephony.plan.PlannedExtension;
import org.switchboard.telephony.plan.TenantPlan;
import org.switchboard.telephony.route.Destination;
import org.switchboard.telephony.route.ServiceCode;
import org.switchboard.telephony.service.EchoStep;
import org.switchboard.telephony.service.OwnNumberStep;

/**
 * A company's nodes, made from its plan when they are asked for: {@code extension/<number>}, {@code service/<key>}, {@code refuse/<key>}.
 *
 * @param plan the company's plan at the call's beginning
 */
record TenantGraph(TenantPlan plan) implements FlowGraph {

    private static final String SERVICE = "service";
    private static final Map<Outcome, NodeRef> EXTENSION_EXITS = Map.of(
            ExtensionOutcome.BUSY, RefuseStep.node(Refusal.BUSY),
            ExtensionOutcome.NO_ANSWER, RefuseStep.node(Refusal.NO_ANSWER),
            ExtensionOutcome.NOT_REGISTERED, RefuseStep.node(Refusal.NOT_REGISTERED),
            ExtensionOutcome.FAILED, RefuseStep.node(Refusal.FAILED));

    @Override
    public Optional<FlowNode> node(NodeRef ref) {
        return switch (ref.kind()) {
            case ExtensionStep.KIND -> plan.extension(ref.name()).map(extension -> extensionNode(ref, extension));
            case SERVICE -> ServiceCode.ofKey(ref.name()).map(service -> serviceNode(ref, service));
            case RefuseStep.KIND -> Arrays.stream(Refusal.values()).filter(refusal -> refusal.key().equals(ref.name()))
                    .findFirst().map(refusal -> new FlowNode(ref, new RefuseStep(refusal), Map.of()));
            default -> Optional.empty();
        };
    }

    private static FlowNode extensionNode(NodeRef ref, PlannedExtension extension) {
        return new FlowNode(ref, new ExtensionStep(extension), EXTENSION_EXITS);
    }

    private static FlowNode serviceNode(NodeRef ref, ServiceCode service) {
        return new FlowNode(ref, switch (service) {
            case ECHO -> new EchoStep();
            case OWN_NUMBER -> new OwnNumberStep();
        }, Map.of());
    }

    /** The node that a routing decision leads to. */
    static NodeRef nodeFor(Destination destination) {
        return switch (destination) {
            case Destination.ToExtension(var number) -> new NodeRef(ExtensionStep.KIND, number);
            case Destination.ToService(var service) -> new NodeRef(SERVICE, service.key());
            case Destination.Nowhere(var refusal) -> RefuseStep.node(refusal);
        };
    }
}
