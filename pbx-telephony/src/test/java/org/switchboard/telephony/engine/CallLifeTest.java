package org.switchboard.telephony.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.switchboard.telephony.ari.AriChannel;
import org.switchboard.telephony.ari.AriClient;
import org.switchboard.telephony.ari.AriEvent;
import org.switchboard.telephony.call.CallLimits;
import org.switchboard.telephony.call.CallPatience;
import org.switchboard.telephony.call.CallRegistry;
import org.switchboard.telephony.call.CallTools;
import org.switchboard.telephony.call.Step;
import org.switchboard.telephony.call.VirtualThreads;
import org.switchboard.telephony.plan.PlanSource;
import org.switchboard.telephony.plan.PlanStore;
import org.switchboard.telephony.plan.TenantPlan;
import org.switchboard.telephony.plan.TestPlans;

/** The engine's calls against a fake Asterisk: whatever comes in whatever order, each call ends exactly once. */
class CallLifeTest {

    private static final UUID TENANT = UUID.fromString("00000000-0000-7000-8000-000000000001");
    private static final String ALICE = "aliceaaaaaaaaaaa";
    private static final String BOB = "bobbbbbbbbbbbbbb";
    private static final String ID = "pbx-1.1";
    private static final String RANG = "set PJSIP/" + BOB;

    private final FakeAsterisk asterisk = new FakeAsterisk();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final List<Step> steps = new CopyOnWriteArrayList<>();
    private final AriClient ari = new AriClient(asterisk);
    private CallRegistry calls = registry(CallLimits.USUAL, CallPatience.USUAL);
    private CallControl control = new CallControl(ari, plans(), calls, TestPrograms.at(InstantSource.system()), CallbackLegs.NONE);
    private LiveWatch live = new LiveWatch(ari, calls, control::reconcile, List.of());

    private CallRegistry registry(CallLimits limits, CallPatience patience) {
        InstantSource clock = InstantSource.fixed(Instant.parse("2026-11-23T10:00:00Z"));
        return new CallRegistry(new CallTools(ari, clock, steps::add, patience, new VirtualThreads()), limits, meters);
    }

    private void engineWith(CallLimits limits, CallPatience patience) {
        meters.clear();
        calls = registry(limits, patience);
        control = new CallControl(ari, plans(), calls, TestPrograms.at(InstantSource.system()), CallbackLegs.NONE);
        live = new LiveWatch(ari, calls, control::reconcile, List.of());
    }

    private static PlanStore plans() {
        var plan = TestPlans.builder(TENANT).add(TestPlans.extension("101", ALICE)).add(TestPlans.extension("102", BOB)).build();
        var store = new PlanStore(new PlanSource() {
            @Override
            public Map<UUID, TenantPlan> loadAll() {
                return Map.of(TENANT, plan);
            }

            @Override
            public Map<UUID, TenantPlan> load(Set<UUID> tenantIds) {
                return loadAll();
            }
        }, InstantSource.system());
        store.reloadAll();
        return store;
    }

    private void comesIn(AriChannel channel, String... args) {
        control.onEvent(new AriEvent.StasisStart(Instant.EPOCH, "pbx", List.of(args), channel));
    }

    private void rings() {
        comesIn(asterisk.incoming(ID, ALICE, "102"), "new");
        awaitCommands(RANG, "continue pbx-ring s");
    }

    private void comesBack(String status, String cause) {
        comesIn(asterisk.enter(ID, ALICE, "s", "back,ring,1," + status + "," + cause), "back", "ring", "1", status, cause);
    }

    private void hangsUp() {
        var channel = asterisk.exists(ID) ? asterisk.look(ID) : null;
        asterisk.hangUp(ID);
        if (channel != null) {
            live.onEvent(new AriEvent.ChannelDestroyed(Instant.EPOCH, 16, "Normal", channel));
        }
    }

    private void awaitCommands(String... wanted) {
        Awaitility.await().atMost(Duration.ofSeconds(5)).pollInterval(Duration.ofMillis(1))
                .untilAsserted(() -> assertThat(asterisk.commands()).containsExactly(wanted));
    }

    private void awaitEnds(String... reasons) {
        Awaitility.await().atMost(Duration.ofSeconds(5)).pollInterval(Duration.ofMillis(1)).untilAsserted(() -> {
            assertThat(calls.inHand()).isZero();
            assertThat(ends()).containsExactlyInAnyOrder(reasons);
        });
        assertThat(calls.channelIds()).isEmpty();
    }

    private List<String> ends() {
        return meters.find("pbx.calls.ended").timers().stream()
                .flatMap(timer -> LongStream.range(0, timer.count()).mapToObj(_ -> reasonOf(timer))).toList();
    }

    private static String reasonOf(Timer timer) {
        return timer.getId().getTag("reason");
    }

    private String outcomes() {
        return steps.stream().map(step -> step.kind() + ":" + step.outcome()).collect(Collectors.joining(" "));
    }

    @Test
    void given_nobody_answers_when_the_channel_comes_back_then_the_caller_is_refused() {
        rings();
        comesBack("NOANSWER", "0");
        awaitCommands(RANG, "continue pbx-ring s", "continue pbx-refuse no_answer");
        awaitEnds("refused");
        assertThat(outcomes()).isEqualTo("route:extension extension:rings extension:no_answer refuse:no_answer");
    }

    @Test
    void given_a_decline_when_the_channel_comes_back_then_the_caller_is_told_busy() {
        rings();
        comesBack("CHANUNAVAIL", "21");
        awaitCommands(RANG, "continue pbx-ring s", "continue pbx-refuse busy");
        awaitEnds("refused");
    }

    @Test
    void given_a_caller_who_is_gone_before_we_decide_then_the_call_ends_once() {
        var channel = asterisk.incoming(ID, ALICE, "102");
        asterisk.hangUp(ID);
        comesIn(channel, "new");
        awaitEnds("caller_gone");
        assertThat(asterisk.commands()).isEmpty();
    }

    @Test
    void given_a_caller_who_hangs_up_between_our_two_commands_then_the_call_ends_once() {
        asterisk.beforeReplyTo("variable", () -> asterisk.hangUp(ID));
        comesIn(asterisk.incoming(ID, ALICE, "102"), "new");
        awaitEnds("caller_gone");
        assertThat(asterisk.commands()).containsExactly(RANG);
    }

    @Test
    void given_a_channel_that_leaves_between_our_two_commands_then_the_call_ends_once() {
        asterisk.answerNextWith(204);
        asterisk.answerNextWith(409);
        comesIn(asterisk.incoming(ID, ALICE, "102"), "new");
        awaitEnds("taken_away");
    }

    @Test
    void given_a_ringing_call_when_the_caller_hangs_up_then_the_call_ends_once() {
        rings();
        hangsUp();
        awaitEnds("caller_gone");
    }

    @Test
    void given_a_talk_when_it_is_over_then_the_call_ends_as_talked() {
        rings();
        live.onEvent(new AriEvent.Dial(Instant.EPOCH, asterisk.look(ID), asterisk.look(ID), "ANSWER"));
        hangsUp();
        awaitEnds("talked");
    }

    @Test
    void given_events_that_overtake_the_reply_then_the_call_goes_on() {
        asterisk.beforeReplyTo("continue", () -> comesBack("BUSY", "17"));
        comesIn(asterisk.incoming(ID, ALICE, "102"), "new");
        awaitCommands(RANG, "continue pbx-ring s", "continue pbx-refuse busy");
        awaitEnds("refused");
    }

    @Test
    void given_an_end_that_overtakes_the_reply_then_the_call_ends_once() {
        asterisk.beforeReplyTo("continue", this::hangsUp);
        comesIn(asterisk.incoming(ID, ALICE, "102"), "new");
        awaitEnds("caller_gone");
    }

    @Test
    void given_events_that_come_twice_then_they_count_once() {
        rings();
        comesIn(asterisk.look(ID), "new");
        comesBack("NOANSWER", "0");
        awaitEnds("refused");
        hangsUp();
        hangsUp();
        awaitEnds("refused");
        assertThat(asterisk.commands()).containsOnlyOnce("continue pbx-refuse no_answer");
    }

    @Test
    void given_a_report_of_an_earlier_turn_then_it_is_not_taken_for_this_one() {
        rings();
        comesIn(asterisk.look(ID), "back", "ring", "7", "BUSY", "17");
        comesBack("NOANSWER", "0");
        awaitCommands(RANG, "continue pbx-ring s", "continue pbx-refuse no_answer");
        awaitEnds("refused");
    }

    @Test
    void given_a_command_that_asterisk_cannot_do_then_the_caller_is_told_of_a_fault() {
        asterisk.answerNextWith(422);
        comesIn(asterisk.incoming(ID, ALICE, "102"), "new");
        awaitEnds("fault");
        assertThat(asterisk.commands()).containsExactly("continue pbx-refuse failed");
        assertThat(outcomes()).endsWith("refuse:failed");
    }

    @Test
    void given_an_asterisk_that_is_away_when_it_is_back_then_the_call_is_taken_up() {
        asterisk.reachable(false);
        comesIn(asterisk.incoming(ID, ALICE, "102"), "new");
        awaitEnds("unreachable");
        asterisk.reachable(true);
        control.onConnected();
        awaitCommands(RANG, "continue pbx-ring s");
        hangsUp();
        awaitEnds("unreachable", "caller_gone");
    }

    @Test
    void given_a_lost_link_when_it_is_back_then_calls_whose_caller_is_gone_end() {
        rings();
        asterisk.hangUp(ID);
        control.onConnected();
        awaitEnds("caller_gone");
    }

    @Test
    void given_a_lost_link_when_it_is_back_then_a_channel_that_came_back_meanwhile_goes_on() {
        rings();
        asterisk.enter(ID, ALICE, "s", "back,ring,1,NOANSWER,0");
        control.onConnected();
        awaitCommands(RANG, "continue pbx-ring s", "continue pbx-refuse no_answer");
        awaitEnds("refused");
    }

    @Test
    void given_an_event_that_is_missed_when_the_time_is_up_then_asterisk_is_asked() {
        engineWith(CallLimits.USUAL, new CallPatience(Duration.ofSeconds(-20).plusMillis(20), Duration.ofMillis(20),
                Duration.ofMillis(20)));
        rings();
        asterisk.hangUp(ID);
        awaitEnds("caller_gone");
    }

    @Test
    void given_an_engine_that_stops_when_the_next_one_comes_then_it_resumes_at_the_node_without_ringing_again() {
        rings();
        calls.close();
        awaitEnds("shut_down");
        engineWith(CallLimits.USUAL, CallPatience.USUAL);
        comesBack("BUSY", "17");
        awaitCommands(RANG, "continue pbx-ring s", "continue pbx-refuse busy");
        awaitEnds("refused");
        assertThat(outcomes()).isEqualTo("route:extension extension:rings extension:busy refuse:busy");
    }

    @Test
    void given_a_transferred_channel_then_its_old_call_ends_and_a_new_one_begins() {
        rings();
        comesIn(asterisk.enter(ID, ALICE, "*43", "transfer"), "transfer");
        awaitCommands(RANG, "continue pbx-ring s", "continue pbx-echo s");
        hangsUp();
        awaitEnds("transferred", "talked");
    }

    @Test
    void given_a_full_engine_then_one_more_is_turned_away_and_counted() {
        engineWith(new CallLimits(5, 1), CallPatience.USUAL);
        rings();
        comesIn(asterisk.incoming("pbx-1.2", BOB, "101"), "new");
        awaitCommands(RANG, "continue pbx-ring s", "continue pbx-refuse too_many_calls");
        assertThat(meters.counter("pbx.calls.over.limit", "limit", "total").count()).isEqualTo(1);
        hangsUp();
        awaitEnds("caller_gone");
    }

    @Test
    void given_a_device_that_is_not_in_the_plans_then_the_dialplan_answers() {
        comesIn(asterisk.incoming(ID, "unknownunknownun", "102"), "new");
        awaitCommands("continue fallback 102");
        assertThat(calls.inHand()).isZero();
    }

    /** What may happen from outside, at any time. */
    enum Happening {
        COMES_IN, COMES_BACK, IS_TRANSFERRED, HANGS_UP, ANSWERS, LINK_RETURNS, IS_CUT, IS_JOINED
    }

    @Property(tries = 300)
    void whatever_happens_in_whatever_order_every_call_that_begins_ends_once(
            @ForAll @Size(min = 1, max = 12) List<Happening> happenings) {
        var test = new CallLifeTest();
        happenings.forEach(test::happen);
        test.asterisk.reachable(true);
        test.hangsUp();
        test.control.onConnected();
        Awaitility.await().atMost(Duration.ofSeconds(5)).pollInterval(Duration.ofMillis(1)).untilAsserted(() -> {
            assertThat(test.calls.inHand()).isZero();
            assertThat((double) test.ends().size()).isEqualTo(test.meters.counter("pbx.calls.begun").count());
        });
        assertThat(test.calls.channelIds()).isEmpty();
    }

    private void happen(Happening happening) {
        switch (happening) {
            case COMES_IN -> comesIn(asterisk.incoming(ID, ALICE, "102"), "new");
            case COMES_BACK -> comesBack("NOANSWER", "0");
            case IS_TRANSFERRED -> comesIn(asterisk.enter(ID, ALICE, "101", "transfer"), "transfer");
            case HANGS_UP -> hangsUp();
            case ANSWERS -> live.onEvent(new AriEvent.Dial(Instant.EPOCH,
                    asterisk.exists(ID) ? asterisk.look(ID) : null, null, "ANSWER"));
            case LINK_RETURNS -> control.onConnected();
            case IS_CUT -> asterisk.reachable(false);
            case IS_JOINED -> asterisk.reachable(true);
        }
    }
}
