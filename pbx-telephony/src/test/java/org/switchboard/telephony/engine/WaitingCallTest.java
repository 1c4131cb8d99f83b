package org.switchboard.telephony.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.switchboard.telephony.ari.AriClient;
import org.switchboard.telephony.call.CallLimits;
import org.switchboard.telephony.call.CallPatience;
import org.switchboard.telephony.call.CallRegistry;
import org.switchboard.telephony.call.CallTools;
import org.switchboard.telephony.callcentre.CallbackDialler;
import org.switchboard.telephony.callcentre.CallbackOffer;
import org.switchboard.telephony.callcentre.Callbacks;
import org.switchboard.telephony.callcentre.FloorTools;
import org.switchboard.telephony.callcentre.Floors;
import org.switchboard.telephony.distribution.AgentStatus;
import org.switchboard.telephony.input.InvalidInput;
import org.switchboard.telephony.input.NotFound;
import org.switchboard.telephony.plan.PlanSource;
import org.switchboard.telephony.plan.PlanStore;
import org.switchboard.telephony.plan.PlannedAgent;
import org.switchboard.telephony.plan.PlannedQueue;
import org.switchboard.telephony.plan.TenantPlan;
import org.switchboard.telephony.plan.TestPlans;
import org.switchboard.telephony.plan.ToldPlans;
import org.switchboard.telephony.queue.QueueAlerts;
import org.switchboard.telephony.queue.QueueCallback;
import org.switchboard.telephony.queue.QueueLimits;
import org.switchboard.telephony.queue.QueueOffers;
import org.switchboard.telephony.queue.QueueRecording;
import org.switchboard.telephony.queue.QueueSounds;
import org.switchboard.telephony.queue.RecordCalls;
import org.switchboard.telephony.queue.ServiceGoal;
import org.switchboard.telephony.queue.Staffing;
import org.switchboard.telephony.queuelog.QueueEvent;

/** What a waiting caller hears and when, and which commands are refused, in virtual time. */
class WaitingCallTest {

    private static final UUID TENANT = UUID.fromString("00000000-0000-7000-8000-000000000005");
    private static final UUID MINA = TestPlans.id("mina");
    private static final String DEVICE = "minaaaaaaaaaaaaa";

    private final VirtualTime time = new VirtualTime(Instant.parse("2026-11-23T10:00:00Z"));
    private final QueueWorld world = new QueueWorld(time, new Random(7));
    private final FakeAsterisk asterisk = new FakeAsterisk(time, world);
    private final AriClient ari = new AriClient(asterisk);
    private final List<QueueEvent> events = new ArrayList<>();
    private Floors floors;

    private void begin(QueueLimits limits, QueueSounds sounds, QueueRecording recording) {
        world.phonesOf(asterisk);
        asterisk.company(TENANT);
        var queue = new PlannedQueue(TestPlans.id("queue"), "Support", "700", 5, 0, new QueueOffers(), limits, sounds, new QueueCallback("5", null, null, null), new ServiceGoal(),
                new QueueAlerts(), recording, new TreeMap<>(), List.of());
        var plan = TestPlans.builder(TENANT).add(queue).add(TestPlans.extension("101", "aliceaaaaaaaaaaa")).add(TestPlans.extension("102", "bobbbbbbbbbbbbbb"))
                .add(TestPlans.extension("111", DEVICE)).add(TestPlans.extension("112", "junaaaaaaaaaaaaa"))
                .add(new PlannedAgent(MINA, "Mina", "911", null, TestPlans.id("111"), Map.of(),
                        List.of(new PlannedAgent.Membership(queue.id(), 1, 1))))
                .add(new PlannedAgent(TestPlans.id("jun"), "Jun", "912", null, null, Map.of(), List.of())).build();
        floors = new Floors(new FloorTools(ari, time, time, events::add, new FakeFloorMemory(), world, TestPrograms.SOUNDS));
        var store = new PlanStore(new ToldPlans(new PlanSource() {
            @Override
            public Map<UUID, TenantPlan> loadAll() {
                return Map.of(TENANT, plan);
            }

            @Override
            public Map<UUID, TenantPlan> load(Set<UUID> tenantIds) {
                return loadAll();
            }
        }, floors), time);
        store.reloadAll();
        var calls = new CallRegistry(new CallTools(ari, time, _ -> { }, CallPatience.USUAL, time), CallLimits.USUAL, new SimpleMeterRegistry());
        var control = new CallControl(ari, store, calls, TestPrograms.at(time, floors), CallbackLegs.NONE);
        asterisk.tell(control, new LiveWatch(ari, calls, control::reconcile, List.of(floors)));
    }

    private static QueueLimits everybody() {
        return new QueueLimits(null, null, Staffing.ALWAYS, Staffing.ALWAYS);
    }

    private List<String> played() {
        return asterisk.commands().stream().filter(command -> command.startsWith("play") || command.startsWith("music")).toList();
    }

    @Test
    void given_nobody_is_free_then_the_caller_hears_the_greeting_the_place_music_and_the_place_again() {
        begin(everybody(), new QueueSounds(TestPlans.id("greeting"), null, true, true, 30, TestPlans.id("message"), 45), new QueueRecording());
        asterisk.calls(Duration.ZERO, "a", "aliceaaaaaaaaaaa", "700", "101");
        asterisk.hangsUp(Duration.ofSeconds(50), "a");
        time.run(Duration.ofMinutes(2));
        assertThat(played()).containsExactly("play sound:" + TestPlans.id("greeting") + " sound:queue_next", "music", "play sound:queue_next", "music",
                "play sound:" + TestPlans.id("message"), "music");
        assertThat(asterisk.violations()).isEmpty();
        assertThat(asterisk.leftovers()).isEmpty();
    }

    @Test
    void given_the_second_caller_then_the_place_is_two() {
        begin(everybody(), new QueueSounds(), new QueueRecording());
        asterisk.calls(Duration.ZERO, "a", "aliceaaaaaaaaaaa", "700", "101");
        asterisk.calls(Duration.ofSeconds(1), "b", "bobbbbbbbbbbbbbb", "700", "102");
        asterisk.hangsUp(Duration.ofSeconds(20), "a");
        asterisk.hangsUp(Duration.ofSeconds(20), "b");
        time.run(Duration.ofMinutes(1));
        assertThat(played()).contains("play sound:queue_place_before sound:digits/2 sound:queue_place_after");
    }

    @Test
    void given_a_queue_that_records_then_the_consent_is_told_in_full_before_anybody_rings() {
        begin(everybody(), new QueueSounds(), new QueueRecording(RecordCalls.ALWAYS, TestPlans.id("consent")));
        world.registered(DEVICE, true);
        time.after(Duration.ofMillis(10), () -> floors.signIn(TENANT, MINA, null, "test"));
        asterisk.calls(Duration.ofSeconds(1), "a", "aliceaaaaaaaaaaa", "700", "101");
        asterisk.hangsUp(Duration.ofSeconds(10), "a");
        time.run(Duration.ofMinutes(1));
        assertThat(asterisk.commands()).containsSubsequence("answer", "play sound:" + TestPlans.id("consent"), "set PJSIP/" + DEVICE);
        assertThat(asterisk.commands()).doesNotContain("stop");
    }

    @Test
    void given_nobody_is_signed_in_when_the_queue_asks_for_agents_then_the_caller_is_sent_on() {
        begin(new QueueLimits(), new QueueSounds(), new QueueRecording());
        asterisk.calls(Duration.ZERO, "a", "aliceaaaaaaaaaaa", "700", "101");
        time.run(Duration.ofMinutes(1));
        assertThat(events).extracting(event -> event.kind() + " " + event.detail().getOrDefault("way", "")).containsExactly("ENTERED ", "LEFT no_agents");
        assertThat(asterisk.commands()).contains("continue pbx-refuse no_answer");
        assertThat(asterisk.leftovers()).isEmpty();
    }

    @Test
    void given_commands_that_cannot_be_carried_out_then_they_are_refused_with_the_reason() {
        begin(everybody(), new QueueSounds(), new QueueRecording());
        var refusals = new ArrayList<String>();
        time.after(Duration.ofMillis(10), () -> {
            refusals.add(refusal(() -> floors.pause(TENANT, MINA, null, "test")));
            refusals.add(refusal(() -> floors.signIn(TENANT, TestPlans.id("jun"), null, "test")));
            refusals.add(refusal(() -> floors.signIn(TENANT, UUID.randomUUID(), null, "test")));
            refusals.add(refusal(() -> floors.signIn(TENANT, MINA, UUID.randomUUID(), "test")));
            refusals.add(refusal(() -> floors.toFront(TENANT, "nobody", "test")));
            refusals.add(refusal(() -> floors.priority(TENANT, "nobody", 11, "test")));
            // Another company has no such agent, and sees nothing.
            refusals.add(refusal(() -> floors.signIn(UUID.randomUUID(), MINA, null, "test")));
            floors.signIn(TENANT, MINA, null, "test");
            refusals.add(refusal(() -> floors.pause(TENANT, MINA, UUID.randomUUID(), "test")));
        });
        time.run(Duration.ofSeconds(1));
        assertThat(refusals).containsExactly("agent: taken.agentState.signedOut", "extension: invalid.agentState.extension", "no agent", "no extension",
                "no caller", "no caller", "no agent", "no pause reason");
        assertThat(floors.view(UUID.randomUUID()).agents()).isEmpty();
        assertThat(floors.view(TENANT).agents()).hasSize(2);
    }

    private static String refusal(Runnable command) {
        try {
            command.run();
            return "";
        } catch (InvalidInput refused) {
            return refused.getMessage();
        } catch (NotFound unknown) {
            return "no " + unknown.thing();
        }
    }

    @Test
    void given_a_caller_who_asks_for_a_callback_then_the_place_is_kept_until_the_customer_is_reached() {
        begin(everybody(), new QueueSounds(), new QueueRecording());
        world.registered(DEVICE, true);
        var offers = new ArrayList<CallbackOffer>();
        floors.callBackBy(new CallbackDialler() {
            @Override
            public void dial(CallbackOffer offer) {
                offers.add(offer);
            }

            @Override
            public void withdraw(UUID tenantId, long offerId) {
                throw new UnsupportedOperationException();
            }
        }, (call, _, _, stay) -> {
            call.play(List.of("sound:which number"));
            return stay.number().equals("101") ? Optional.of("+12125550199") : Optional.empty();
        });
        asterisk.calls(Duration.ZERO, "a", "aliceaaaaaaaaaaa", "700", "101");
        asterisk.calls(Duration.ofSeconds(1), "b", "bobbbbbbbbbbbbbb", "700", "102");
        asterisk.presses(Duration.ofSeconds(20), "a", "5");
        asterisk.presses(Duration.ofSeconds(20), "b", "5");
        time.run(Duration.ofSeconds(30));
        var waiting = floors.view(TENANT).queue(TestPlans.id("queue")).orElseThrow().waiting();
        assertThat(waiting).extracting(one -> one.callerNumber() + " " + one.callback()).containsExactly("+12125550199 true", "102 false");
        assertThat(asterisk.exists("a")).isFalse();
        var visit = waiting.getFirst().visit();
        floors.due(TENANT, visit, true);
        floors.signIn(TENANT, MINA, null, "test");
        time.run(Duration.ofSeconds(1));
        assertThat(offers).extracting(CallbackOffer::visit).containsExactly(visit);
        floors.answered(TENANT, offers.getFirst().offerId(), "agent's leg", "linked");
        time.run(Duration.ofSeconds(1));
        assertThat(floors.view(TENANT).agent(MINA).orElseThrow().status()).isEqualTo(AgentStatus.TALKING);
        floors.customerMissed(TENANT, visit);
        time.run(Duration.ofSeconds(1));
        // Not due: the next caller is first asked for, and the callback keeps its place.
        assertThat(floors.view(TENANT).queue(TestPlans.id("queue")).orElseThrow().waiting().getFirst().visit()).isEqualTo(visit);
        assertThat(floors.view(TENANT).agent(MINA).orElseThrow().call().callerNumber()).isEqualTo("102");
        asterisk.hangsUp(Duration.ZERO, "b");
        time.run(Duration.ofSeconds(1));
        floors.ended(TENANT, visit, Callbacks.End.FAILED);
        time.run(Duration.ofSeconds(10));
        assertThat(floors.view(TENANT).queue(TestPlans.id("queue")).orElseThrow().waiting()).isEmpty();
        assertThat(events.stream().filter(event -> visit.equals(event.visit())).map(event -> event.kind().value()))
                .containsExactly("entered", "callback_asked", "offered", "callback_ended");
        assertThat(asterisk.violations()).isEmpty();
        assertThat(asterisk.leftovers()).isEmpty();
    }

    @Test
    void given_an_agent_at_one_phone_when_he_signs_in_at_another_then_he_moves_and_who_sat_there_is_signed_out() {
        begin(everybody(), new QueueSounds(), new QueueRecording());
        var jun = TestPlans.id("jun");
        time.after(Duration.ofMillis(10), () -> {
            floors.signIn(TENANT, MINA, null, "test");
            floors.signIn(TENANT, jun, TestPlans.id("112"), "test");
            floors.signIn(TENANT, MINA, TestPlans.id("112"), "supervisor");
        });
        time.run(Duration.ofSeconds(1));
        assertThat(floors.view(TENANT).agent(MINA).orElseThrow().extensionId()).isEqualTo(TestPlans.id("112"));
        assertThat(floors.view(TENANT).agent(jun).orElseThrow().extensionId()).isNull();
        assertThat(events).extracting(event -> event.kind().value() + " " + event.agentId().equals(MINA))
                .containsExactly("signed_in true", "signed_in false", "signed_out false", "signed_out true", "signed_in true");
    }
}
