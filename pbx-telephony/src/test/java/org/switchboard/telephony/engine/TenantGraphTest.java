package org.switchboard.telephony.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.switchboard.telephony.call.Refusal;
import org.switchboard.telephony.extension.ExtensionOutcome;
import org.switchboard.telephony.flow.NodeRef;
import org.switchboard.telephony.flow.RefuseStep;
import org.switchboard.telephony.plan.PlannedExtension;
import org.switchboard.telephony.plan.TenantPlan;
import org.switchboard.telephony.route.Destination;
import org.switchboard.telephony.route.ServiceCode;

/** A company's graph has no loose ends. */
class TenantGraphTest {

    private final TenantGraph graph = new TenantGraph(new TenantPlan(new UUID(0, 1),
            List.of(new PlannedExtension("101", 20, true, List.of()))));

    @ParameterizedTest
    @EnumSource
    void given_a_way_out_of_an_extension_then_it_leads_to_a_node(ExtensionOutcome outcome) {
        var extension = graph.node(TenantGraph.nodeFor(new Destination.ToExtension("101"))).orElseThrow();
        assertThat(graph.node(extension.exits().get(outcome))).isPresent();
    }

    @ParameterizedTest
    @EnumSource
    void given_a_service_then_there_is_a_node_for_it(ServiceCode service) {
        assertThat(graph.node(TenantGraph.nodeFor(new Destination.ToService(service)))).isPresent();
    }

    @ParameterizedTest
    @EnumSource
    void given_a_refusal_then_there_is_a_node_for_it(Refusal refusal) {
        assertThat(graph.node(RefuseStep.node(refusal))).isPresent();
    }

    @Test
    void given_a_node_that_is_gone_then_it_is_not_found() {
        assertThat(graph.node(new NodeRef("extension", "102"))).isEmpty();
        assertThat(graph.node(new NodeRef("menu", "1"))).isEmpty();
    }

    @Test
    void given_a_node_when_it_is_written_and_read_then_it_is_the_same() {
        var node = new NodeRef("extension", "101");
        assertThat(NodeRef.parse(node.toString())).contains(node);
        assertThat(NodeRef.parse("extension/10,1")).isEmpty();
        assertThat(NodeRef.parse("")).isEmpty();
    }
}
