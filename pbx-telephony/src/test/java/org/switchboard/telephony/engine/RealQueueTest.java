package org.switchboard.telephony.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.switchboard.local.phone.BaresipPhone;
import org.switchboard.local.phone.PhoneCall;
import org.switchboard.telephony.callcentre.CallCentre;
import org.switchboard.telephony.callcentre.FloorView;
import org.switchboard.telephony.distribution.AgentStatus;
import org.switchboard.telephony.input.NotFound;
import org.switchboard.telephony.queue.QueueStrategy;
import org.switchboard.telephony.queuelog.QueueEventKind;

/** Callers and agents at real phones, on a real Asterisk. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RealQueueTest {

    private static final Duration SOON = Duration.ofSeconds(15);

    private TestPbx pbx;
    private Company acme;
    private UUID support;
    private UUID mina;
    private UUID jun;
    private BaresipPhone alice;
    private BaresipPhone bob;
    private BaresipPhone carol;
    private BaresipPhone minas;
    private BaresipPhone juns;

    @BeforeAll
    void startAll(@TempDir Path folder) {
        pbx = new TestPbx(folder).withQueues();
        acme = pbx.company("acme");
        for (var number : List.of("101", "102", "103", "111", "112")) {
            acme.extension(number, "Phone " + number);
        }
        support = acme.queue("700", "Support");
        acme.queue(support, "join_when", "always");
        acme.keyToExtension(support, "3", "103");
        mina = acme.agent("911", "Mina", "111", support);
        jun = acme.agent("912", "Jun", "112", support);
        pbx.startEngine();
        alice = pbx.phone("alice", acme.device("101", "desk"));
        bob = pbx.phone("bob", acme.device("102", "desk"));
        carol = pbx.phone("carol", acme.device("103", "desk"));
        minas = pbx.phone("mina", acme.device("111", "desk"));
        juns = pbx.phone("jun", acme.device("112", "desk"));
    }

    @AfterAll
    void stopAll() {
        pbx.close();
    }

    @AfterEach
    void nothingIsLeft() {
        for (var phone : List.of(alice, bob, carol, minas, juns)) {
            phone.calls().stream().filter(PhoneCall::isOpen).forEach(phone::hangUp);
        }
        pbx.awaitNothingLeft();
        Awaitility.await().atMost(SOON).until(() -> waiting().isEmpty());
        centre().signOut(acme.id(), mina, "");
        centre().signOut(acme.id(), jun, "");
    }

    private CallCentre centre() {
        return pbx.floors();
    }

    private List<FloorView.Waiting> waiting() {
        return centre().view(acme.id()).queue(support).map(FloorView.Queue::waiting).orElse(List.of());
    }

    private void awaitState(UUID agent, AgentStatus status) {
        Awaitility.await().atMost(SOON).untilAsserted(() -> assertThat(centre().view(acme.id()).agent(agent).orElseThrow().status()).isEqualTo(status));
    }

    private void free(UUID agent) {
        centre().signIn(acme.id(), agent, null, "test");
        awaitState(agent, AgentStatus.FREE);
    }

    private static PhoneCall ringing(BaresipPhone phone) {
        return phone.awaitCall(SOON, "ringing", call -> call.isOpen() && !call.outgoing() && call.state() == PhoneCall.State.RINGING);
    }

    private static void talks(BaresipPhone phone) {
        phone.awaitCall(SOON, "a talk", call -> call.state() == PhoneCall.State.TALKING);
    }

    private List<QueueEventKind> kindsOfLastVisit() {
        var visit = pbx.events(acme.id()).stream().filter(event -> event.visit() != null).toList().getLast().visit();
        return pbx.events(acme.id()).stream().filter(event -> visit.equals(event.visit())).map(event -> event.kind()).toList();
    }

    private void awaitLastVisit(QueueEventKind... kinds) {
        Awaitility.await().atMost(SOON).untilAsserted(() -> assertThat(kindsOfLastVisit()).containsExactly(kinds));
    }

    @Test
    void given_a_free_agent_when_somebody_calls_the_queue_then_they_talk_until_one_hangs_up() {
        free(mina);
        alice.dial("700");
        var call = ringing(minas);
        awaitState(mina, AgentStatus.RINGING);
        minas.answer(call);
        talks(alice);
        awaitState(mina, AgentStatus.TALKING);
        assertThat(centre().talkOf(acme.id(), mina)).isPresent();
        minas.hangUp(minas.calls().getLast());
        awaitState(mina, AgentStatus.FREE);
        awaitLastVisit(QueueEventKind.ENTERED, QueueEventKind.OFFERED, QueueEventKind.ANSWERED, QueueEventKind.TALK_ENDED);
        assertThat(pbx.events(acme.id()).stream().filter(event -> event.kind() == QueueEventKind.TALK_ENDED).toList().getLast().detail().get("by")).isEqualTo("agent");
    }

    @Test
    void given_two_wait_when_an_agent_signs_in_then_the_first_is_first_and_the_second_next() {
        alice.dial("700");
        Awaitility.await().atMost(SOON).until(() -> waiting().size() == 1);
        bob.dial("700");
        Awaitility.await().atMost(SOON).until(() -> waiting().size() == 2);
        centre().signIn(acme.id(), mina, null, "test");
        minas.answer(ringing(minas));
        talks(alice);
        alice.hangUp(alice.calls().getLast());
        minas.answer(ringing(minas));
        talks(bob);
        bob.hangUp(bob.calls().getLast());
        awaitState(mina, AgentStatus.FREE);
        assertThat(pbx.events(acme.id()).stream().filter(event -> event.kind() == QueueEventKind.TALK_ENDED).toList().getLast().detail().get("by")).isEqualTo("caller");
    }

    @Test
    void given_an_agent_who_rejects_when_another_is_free_then_that_one_rings_at_once() {
        free(mina);
        alice.dial("700");
        var call = ringing(minas);
        centre().signIn(acme.id(), jun, null, "test");
        minas.hangUp(call);
        juns.answer(ringing(juns));
        talks(alice);
        awaitState(mina, AgentStatus.SET_ASIDE);
        awaitState(jun, AgentStatus.TALKING);
    }

    @Test
    void given_an_agent_who_does_not_answer_when_he_pauses_then_it_stops_ringing_and_the_next_rings() {
        free(mina);
        alice.dial("700");
        ringing(minas);
        centre().signIn(acme.id(), jun, null, "test");
        centre().pause(acme.id(), mina, null, "test");
        juns.answer(ringing(juns));
        talks(alice);
        minas.awaitCall(SOON, "the end", one -> !one.isOpen());
        awaitState(mina, AgentStatus.PAUSED);
    }

    @Test
    void given_a_waiting_caller_when_the_key_is_pressed_then_it_rings_elsewhere() {
        alice.dial("700");
        Awaitility.await().atMost(SOON).until(() -> waiting().size() == 1);
        Awaitility.await().atMost(SOON).until(() -> alice.calls().getLast().state() == PhoneCall.State.TALKING);
        alice.press(alice.calls().getLast(), "3");
        carol.answer(ringing(carol));
        talks(carol);
        assertThat(waiting()).isEmpty();
        awaitLastVisit(QueueEventKind.ENTERED, QueueEventKind.LEFT);
    }

    @Test
    void given_a_waiting_caller_when_it_hangs_up_then_it_is_abandoned() {
        alice.dial("700");
        Awaitility.await().atMost(SOON).until(() -> waiting().size() == 1);
        alice.hangUp(alice.calls().getLast());
        awaitLastVisit(QueueEventKind.ENTERED, QueueEventKind.ABANDONED);
    }

    @Test
    void given_an_agent_on_another_call_when_somebody_waits_then_he_is_asked_only_afterwards() {
        free(mina);
        minas.dial("101");
        alice.answer(ringing(alice));
        talks(minas);
        awaitState(mina, AgentStatus.OTHER_CALL);
        bob.dial("700");
        Awaitility.await().atMost(SOON).until(() -> waiting().size() == 1);
        assertThat(waiting().getFirst().ringing()).isEmpty();
        minas.hangUp(minas.calls().getLast());
        minas.answer(ringing(minas));
        talks(bob);
    }

    @Test
    void given_a_talk_when_the_agent_transfers_the_caller_then_he_is_free_and_they_talk() {
        free(mina);
        alice.dial("700");
        minas.answer(ringing(minas));
        talks(alice);
        awaitState(mina, AgentStatus.TALKING);
        minas.transfer(minas.awaitCall(SOON, "talk", call -> call.state() == PhoneCall.State.TALKING), "103");
        carol.answer(ringing(carol));
        talks(carol);
        awaitState(mina, AgentStatus.FREE);
        assertThat(pbx.events(acme.id()).stream().filter(event -> event.kind() == QueueEventKind.TALK_ENDED).toList().getLast().detail().get("by")).isEqualTo("transfer");
    }

    @Test
    void given_a_queue_that_rings_all_when_one_rejects_and_one_answers_then_the_others_stop() {
        var all = acme.queue("701", "All");
        acme.queue(all, "strategy", "ring_all");
        acme.serves(mina, all);
        acme.serves(jun, all);
        Awaitility.await().atMost(SOON).until(() -> pbx.floors().plan(acme.id()).flatMap(plan -> plan.queue("701"))
                .filter(queue -> queue.offers().strategy() == QueueStrategy.RING_ALL).isPresent()
                && pbx.floors().plan(acme.id()).flatMap(plan -> plan.callCentre().agent(jun)).filter(agent -> agent.memberships().size() == 2).isPresent());
        free(mina);
        free(jun);
        alice.dial("701");
        var rejected = ringing(minas);
        var call = ringing(juns);
        minas.hangUp(rejected);
        juns.answer(call);
        talks(alice);
        awaitState(jun, AgentStatus.TALKING);
        minas.awaitCall(SOON, "the end", one -> !one.isOpen());
        assertThat(centre().view(acme.id()).agent(mina).orElseThrow().status()).isNotEqualTo(AgentStatus.RINGING);
    }

    @Test
    void given_a_talk_when_the_agent_consults_and_joins_then_he_is_free_and_the_others_talk() {
        free(mina);
        alice.dial("700");
        minas.answer(ringing(minas));
        talks(alice);
        awaitState(mina, AgentStatus.TALKING);
        var first = minas.awaitCall(SOON, "talk", call -> call.state() == PhoneCall.State.TALKING);
        minas.hold(first);
        minas.dial("103");
        carol.answer(ringing(carol));
        var consultation = minas.awaitCall(SOON, "talk", call -> call.state() == PhoneCall.State.TALKING && call.outgoing());
        minas.transfer(first, consultation);
        awaitState(mina, AgentStatus.FREE);
        talks(carol);
        talks(alice);
        assertThat(centre().talkOf(acme.id(), mina)).isEmpty();
    }

    @Test
    void given_an_agent_whose_phone_leaves_when_somebody_waits_then_he_cannot_be_reached_and_the_other_is_asked() {
        free(mina);
        minas.unregister();
        awaitState(mina, AgentStatus.UNREACHABLE);
        free(jun);
        alice.dial("700");
        juns.answer(ringing(juns));
        talks(alice);
        minas.register();
        awaitState(mina, AgentStatus.FREE);
    }

    @Test
    void given_another_company_then_it_sees_nothing_of_these_queues() {
        var other = pbx.company("other" + System.nanoTime());
        alice.dial("700");
        Awaitility.await().atMost(SOON).until(() -> waiting().size() == 1);
        assertThat(centre().view(other.id()).queues()).isEmpty();
        assertThat(centre().view(other.id()).agents()).isEmpty();
        assertThatThrownBy(() -> centre().signIn(other.id(), mina, null, "test")).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> centre().toFront(other.id(), waiting().getFirst().visit(), "test")).isInstanceOf(NotFound.class);
        assertThat(pbx.events(other.id())).isEmpty();
    }
}
