package org.switchboard.telephony.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.switchboard.telephony.ari.AriClient;
import org.switchboard.telephony.ari.AriEvent;
import org.switchboard.telephony.ari.AriEventListener;
import org.switchboard.telephony.call.CallLimits;
import org.switchboard.telephony.call.CallParty;
import org.switchboard.telephony.call.CallPatience;
import org.switchboard.telephony.call.CallRegistry;
import org.switchboard.telephony.call.CallTools;
import org.switchboard.telephony.call.Caller;
import org.switchboard.telephony.call.DeviceRef;
import org.switchboard.telephony.number.DialForm;
import org.switchboard.telephony.number.RoutePattern;
import org.switchboard.telephony.plan.PlanBuilder;
import org.switchboard.telephony.plan.PlannedCompany;
import org.switchboard.telephony.plan.PlannedRoute;
import org.switchboard.telephony.plan.PlannedTrunk;
import org.switchboard.telephony.plan.TenantPlan;
import org.switchboard.telephony.plan.TestPlans;

/** A company that may have two calls at once, and has some. */
class CompanyLimitTest {

    private static final UUID TENANT = new UUID(0, 1);
    private static final String ALICE = "aliceaaaaaaaaaaa";
    private static final DeviceRef DEVICE = new DeviceRef(ALICE);
    private static final String ID = "pbx-1.1";

    private final VirtualTime time = new VirtualTime(Instant.parse("2026-11-23T10:00:00Z"));
    private final FakeAsterisk asterisk = new FakeAsterisk(time, new FakeWorld() { });

    @Test
    void given_as_many_calls_as_allowed_when_one_more_begins_then_it_is_refused_with_503() {
        assertThat(commands("102", 3)).containsExactly("continue pbx-refuse too_many_calls");
    }

    @Test
    void given_one_call_less_when_it_begins_then_it_rings() {
        assertThat(commands("102", 2)).contains("continue pbx-ring s");
    }

    @Test
    void given_as_many_calls_as_allowed_when_somebody_calls_for_help_then_it_goes_out() {
        assertThat(commands("112", 3)).contains("continue pbx-dial-out s");
    }

    private List<String> commands(String dialled, int inHand) {
        var plan = plan();
        var programs = new CallPrograms(TestPrograms.SOUNDS, null, QueueWaiting.UNSERVED, new TalkMemory(), _ -> false, _ -> inHand, time);
        var calls = new CallRegistry(new CallTools(new AriClient(asterisk), time, _ -> { }, CallPatience.USUAL, time), CallLimits.USUAL,
                new SimpleMeterRegistry());
        var caller = plan.extension("101").orElseThrow();
        asterisk.tell(new Ear(event -> {
            if (event instanceof AriEvent.StasisStart start && start.args().contains("new")) {
                calls.arrived(start.channel(), start.args(), new CallParty(TENANT, new Caller.Inside(DEVICE, "101")), false,
                        programs.inside(plan, caller, DEVICE, dialled));
            }
        }), new Ear(_ -> { }));
        asterisk.calls(Duration.ZERO, ID, ALICE, dialled, "101");
        time.run(Duration.ofSeconds(1));
        return asterisk.commands();
    }

    private static TenantPlan plan() {
        return new PlanBuilder(new PlannedCompany(TENANT, "en", "KR", "", 2))
                .add(TestPlans.extension("101", ALICE)).add(TestPlans.extension("102", "bobbbbbbbbbbbbbb"))
                .add(new PlannedTrunk(TestPlans.id("trunk"), "trunk", "trunkaaaaaaaaaaaaaaa", true, DialForm.PLUS, null, 1))
                .add(new PlannedRoute(TestPlans.id("route"), "route", RoutePattern.of("+").stream().toList(), null, List.of(TestPlans.id("trunk"))))
                .build();
    }

    /** Hears events. */
    private record Ear(Consumer<AriEvent> hearing) implements AriEventListener {

        @Override
        public void onEvent(AriEvent event) {
            hearing.accept(event);
        }

        @Override
        public void onConnected() {
            throw new UnsupportedOperationException();
        }

        @Override
        public void onDisconnected(String reason) {
            throw new UnsupportedOperationException();
        }
    }
}
