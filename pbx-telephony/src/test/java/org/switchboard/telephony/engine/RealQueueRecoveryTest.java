package org.switchboard.telephony.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.switchboard.local.phone.BaresipPhone;
import org.switchboard.local.phone.PhoneCall;
import org.switchboard.telephony.callcentre.FloorView;
import org.switchboard.telephony.distribution.AgentStatus;
import org.switchboard.telephony.queue.Staffing;
import org.switchboard.telephony.queuelog.QueueEvent;
import org.switchboard.telephony.queuelog.QueueEventKind;

/** A call centre whose engine goes and comes back, with real calls on a real Asterisk: nobody is lost, nobody loses the place. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RealQueueRecoveryTest {

    private static final Duration SOON = Duration.ofSeconds(20);

    private final List<BaresipPhone> callers = new ArrayList<>();
    private final List<BaresipPhone> agentPhones = new ArrayList<>();
    private final List<UUID> agents = new ArrayList<>();
    private TestPbx pbx;
    private Company acme;
    private UUID support;

    @BeforeAll
    void startAll(@TempDir Path folder) {
        pbx = new TestPbx(folder).withQueues();
        acme = pbx.company("acme");
        support = acme.queue("700", "Support");
        acme.queue(support, "join_when", "always");
        acme.queue(support, "wrap_up_seconds", 0);
        for (var i = 1; i <= 5; i++) {
            acme.extension("10" + i, "Caller " + i);
        }
        for (var i = 1; i <= 2; i++) {
            acme.extension("11" + i, "Agent " + i);
            agents.add(acme.agent("91" + i, "Agent " + i, "11" + i, support));
        }
        pbx.startEngine();
        for (var i = 1; i <= 5; i++) {
            callers.add(pbx.phone("caller" + i, acme.device("10" + i, "desk")));
        }
        for (var i = 1; i <= 2; i++) {
            agentPhones.add(pbx.phone("agent" + i, acme.device("11" + i, "desk")));
        }
    }

    @AfterAll
    void stopAll() {
        pbx.close();
    }

    @AfterEach
    void nothingIsLeft() {
        callers.forEach(RealQueueRecoveryTest::hangUpAll);
        agentPhones.forEach(RealQueueRecoveryTest::hangUpAll);
        pbx.awaitNothingLeft();
        Awaitility.await().atMost(SOON).until(() -> waiting().isEmpty());
        agents.forEach(agent -> pbx.floors().signOut(acme.id(), agent, ""));
    }

    private static void hangUpAll(BaresipPhone phone) {
        phone.calls().stream().filter(PhoneCall::isOpen).forEach(phone::hangUp);
    }

    private List<FloorView.Waiting> waiting() {
        return pbx.floors().view(acme.id()).queue(support).map(FloorView.Queue::waiting).orElse(List.of());
    }

    private List<String> visits() {
        return waiting().stream().map(FloorView.Waiting::visit).toList();
    }

    private void dial(int caller) {
        var before = waiting().size();
        callers.get(caller).dial("700");
        Awaitility.await().atMost(SOON).until(() -> waiting().size() == before + 1);
    }

    private AgentStatus status(int agent) {
        return pbx.floors().view(acme.id()).agent(agents.get(agent)).map(FloorView.Agent::status).orElse(AgentStatus.SIGNED_OUT);
    }

    private void awaitStatus(int agent, AgentStatus wanted) {
        Awaitility.await().atMost(SOON).untilAsserted(() -> assertThat(status(agent)).isEqualTo(wanted));
    }

    private static PhoneCall ringing(BaresipPhone phone) {
        return phone.awaitCall(SOON, "ringing", call -> call.state() == PhoneCall.State.RINGING && !call.outgoing());
    }

    private static PhoneCall talks(BaresipPhone phone) {
        return phone.awaitCall(SOON, "a talk", call -> call.state() == PhoneCall.State.TALKING);
    }

    private long count(String visit, QueueEventKind kind) {
        return pbx.events(acme.id()).stream().filter(event -> visit.equals(event.visit()) && event.kind() == kind).map(QueueEvent::id).distinct().count();
    }

    @Test
    void given_three_wait_one_rings_and_one_talks_when_the_engine_comes_back_then_everything_is_as_it_was() {
        pbx.floors().signIn(acme.id(), agents.get(0), null, "test");
        awaitStatus(0, AgentStatus.FREE);
        callers.get(0).dial("700");
        agentPhones.get(0).answer(ringing(agentPhones.get(0)));
        talks(callers.get(0));
        awaitStatus(0, AgentStatus.TALKING);
        var talk = pbx.floors().talkOf(acme.id(), agents.get(0)).orElseThrow();
        for (var caller = 1; caller <= 4; caller++) {
            dial(caller);
        }
        var last = visits().getLast();
        pbx.floors().toFront(acme.id(), last, "test");
        pbx.floors().priority(acme.id(), visits().get(2), 9, "test");
        var order = visits();
        var entered = waiting().stream().collect(Collectors.toMap(FloorView.Waiting::visit, FloorView.Waiting::enteredAt));
        assertThat(order.getFirst()).isEqualTo(last);
        // The second agent rings for the first.
        pbx.floors().signIn(acme.id(), agents.get(1), null, "test");
        var call = ringing(agentPhones.get(1));

        pbx.stopEngine();
        pbx.startEngine();

        awaitStatus(0, AgentStatus.TALKING);
        Awaitility.await().atMost(SOON).until(() -> pbx.floors().talkOf(acme.id(), agents.get(0)).isPresent());
        assertThat(pbx.floors().talkOf(acme.id(), agents.get(0)).orElseThrow()).usingRecursiveComparison().ignoringFields("since").isEqualTo(talk);
        assertThat(talk.since()).isBetween(Instant.EPOCH, Instant.now());
        // They come back one by one.
        Awaitility.await().atMost(SOON).untilAsserted(() -> assertThat(visits()).isEqualTo(order.subList(1, 4)));
        assertThat(call.isOpen()).isTrue();
        // The offer of the engine that is gone can still be answered.
        agentPhones.get(1).answer(call);
        awaitStatus(1, AgentStatus.TALKING);
        Awaitility.await().atMost(SOON).until(() -> count(last, QueueEventKind.ANSWERED) == 1);
        assertThat(waiting().stream().collect(Collectors.toMap(FloorView.Waiting::visit, FloorView.Waiting::enteredAt)))
                .allSatisfy((visit, at) -> assertThat(at).isEqualTo(entered.get(visit)));
        // Who talked is asked again after the talk: for the first of those who wait.
        agentPhones.get(0).hangUp(talks(agentPhones.get(0)));
        ringing(agentPhones.get(0));
        assertThat(waiting().getFirst().ringing()).containsExactly(agents.get(0));
        assertThat(count(talk.visit(), QueueEventKind.TALK_ENDED)).isEqualTo(1);
    }

    @Test
    void given_a_ringing_agent_when_the_engine_is_away_until_it_rang_out_then_the_caller_hears_music_and_waits_on_at_the_old_place() {
        pbx.floors().signIn(acme.id(), agents.get(0), null, "test");
        awaitStatus(0, AgentStatus.FREE);
        dial(0);
        var visit = visits().getFirst();
        var call = ringing(agentPhones.get(0));
        pbx.stopEngine();
        agentPhones.get(0).hangUp(call);
        Awaitility.await().atMost(SOON).until(() -> pbx.channels().size() == 1 && pbx.channels().getFirst().dialplan().context().equals("pbx-queue-alone"));
        assertThat(callers.getFirst().calls().getLast().isOpen()).isTrue();
        pbx.startEngine();
        Awaitility.await().atMost(SOON).until(() -> visits().equals(List.of(visit)));
        agentPhones.get(0).answer(ringing(agentPhones.get(0)));
        talks(callers.getFirst());
        awaitStatus(0, AgentStatus.TALKING);
        assertThat(count(visit, QueueEventKind.ENTERED)).isEqualTo(1);
    }

    @Test
    void given_callers_who_go_and_talks_that_end_when_the_engine_is_away_then_that_is_told_afterwards() {
        pbx.floors().signIn(acme.id(), agents.get(0), null, "test");
        awaitStatus(0, AgentStatus.FREE);
        callers.get(0).dial("700");
        agentPhones.get(0).answer(ringing(agentPhones.get(0)));
        awaitStatus(0, AgentStatus.TALKING);
        var talk = pbx.floors().talkOf(acme.id(), agents.get(0)).orElseThrow();
        dial(1);
        var visit = visits().getFirst();
        pbx.stopEngine();
        hangUpAll(agentPhones.get(0));
        hangUpAll(callers.get(1));
        Awaitility.await().atMost(SOON).until(() -> pbx.channels().isEmpty());
        pbx.startEngine();
        awaitStatus(0, AgentStatus.FREE);
        Awaitility.await().atMost(SOON).until(() -> count(visit, QueueEventKind.ABANDONED) == 1 && count(talk.visit(), QueueEventKind.TALK_ENDED) == 1);
    }

    @Test
    void given_an_offer_when_it_is_answered_while_the_engine_is_away_then_the_agent_talks_and_it_is_told() {
        pbx.floors().signIn(acme.id(), agents.get(0), null, "test");
        awaitStatus(0, AgentStatus.FREE);
        dial(0);
        var visit = visits().getFirst();
        var call = ringing(agentPhones.get(0));
        pbx.stopEngine();
        agentPhones.get(0).answer(call);
        talks(callers.get(0));
        pbx.startEngine();
        awaitStatus(0, AgentStatus.TALKING);
        assertThat(count(visit, QueueEventKind.ANSWERED)).isEqualTo(1);
        hangUpAll(callers.get(0));
        awaitStatus(0, AgentStatus.FREE);
        assertThat(count(visit, QueueEventKind.TALK_ENDED)).isEqualTo(1);
    }

    @Test
    void given_a_queue_with_callers_when_it_is_deleted_then_they_are_shown_out() {
        var shortLived = acme.queue("701", "Short");
        acme.queue(shortLived, "join_when", "always");
        Awaitility.await().atMost(SOON).until(() -> pbx.floors().plan(acme.id()).flatMap(plan -> plan.queue("701"))
                .filter(queue -> queue.limits().joinWhen() == Staffing.ALWAYS).isPresent());
        callers.get(0).dial("701");
        Awaitility.await().atMost(SOON).until(() -> pbx.floors().view(acme.id()).queue(shortLived).map(queue -> queue.waiting().size() == 1).orElse(false));
        acme.delete("queue", shortLived);
        callers.get(0).awaitCall(SOON, "the end", call -> !call.isOpen());
        Awaitility.await().atMost(SOON).until(() -> pbx.events(acme.id()).stream().anyMatch(event -> event.kind() == QueueEventKind.LEFT
                && "gone".equals(event.detail().get("way"))));
    }
}
