package org.switchboard.telephony.engine;

import static org.assertj.core.api.Assertions.assertThat;

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
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.switchboard.local.phone.BaresipPhone;
import org.switchboard.local.phone.PhoneCall;
import org.switchboard.telephony.callcentre.FloorView;
import org.switchboard.telephony.distribution.AgentStatus;
import org.switchboard.telephony.queuelog.QueueEvent;
import org.switchboard.telephony.queuelog.QueueEventKind;

/** Callers who ask to be called back, at real phones on a real Asterisk: the place, the two calls, the attempts, and engines that die. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RealCallbackTest {

    private static final Duration SOON = Duration.ofSeconds(15);

    private TestPbx pbx;
    private Company acme;
    private JdbcClient database;
    private UUID support;
    private UUID mina;
    private BaresipPhone alice;
    private BaresipPhone bob;
    private BaresipPhone carol;
    private BaresipPhone minas;

    @BeforeAll
    void startAll(@TempDir Path folder) {
        pbx = new TestPbx(folder).withQueues();
        acme = pbx.company("acme");
        for (var number : List.of("101", "102", "103", "111")) {
            acme.extension(number, "Phone " + number);
        }
        support = acme.queue("700", "Support");
        acme.queue(support, "join_when", "always");
        acme.queue(support, "callback_key", "5");
        acme.queue(support, "callback_attempts", 2);
        acme.queue(support, "callback_retry_seconds", 3600);
        mina = acme.agent("911", "Mina", "111", support);
        var source = new PGSimpleDataSource();
        source.setUrl(pbx.stack().jdbcUrl());
        source.setUser(pbx.stack().settings().databaseOwner());
        source.setPassword(pbx.stack().ownerPassword());
        database = JdbcClient.create(source);
        pbx.startEngine();
        alice = pbx.phone("alice", acme.device("101", "desk"));
        bob = pbx.phone("bob", acme.device("102", "desk"));
        carol = pbx.phone("carol", acme.device("103", "desk"));
        minas = pbx.phone("mina", acme.device("111", "desk"));
    }

    @AfterAll
    void stopAll() {
        pbx.close();
    }

    @AfterEach
    void nothingIsLeft() {
        pbx.floors().signOut(acme.id(), mina, "");
        for (var phone : List.of(alice, bob, carol, minas)) {
            phone.calls().stream().filter(PhoneCall::isOpen).forEach(phone::hangUp);
        }
        pbx.awaitNothingLeft();
        assertThat(waiting()).isEmpty();
        assertThat(database.sql("select count(*) from callback where ended_at is null").query(Long.class).single()).isZero();
        database.sql("delete from callback").update();
    }

    private List<FloorView.Waiting> waiting() {
        return pbx.floors().view(acme.id()).queue(support).map(FloorView.Queue::waiting).orElse(List.of());
    }

    private static PhoneCall ringing(BaresipPhone phone) {
        return phone.awaitCall(SOON, "ringing", call -> call.isOpen() && !call.outgoing() && call.state() == PhoneCall.State.RINGING);
    }

    private static PhoneCall talks(BaresipPhone phone) {
        return phone.awaitCall(SOON, "a talk", call -> call.state() == PhoneCall.State.TALKING);
    }

    private static void ended(BaresipPhone phone) {
        Awaitility.await().atMost(SOON).until(() -> phone.calls().stream().noneMatch(PhoneCall::isOpen));
    }

    private void awaitState(AgentStatus status) {
        Awaitility.await().atMost(SOON).untilAsserted(() -> assertThat(pbx.floors().view(acme.id()).agent(mina).map(FloorView.Agent::status)).contains(status));
    }

    private void comesToWork() {
        pbx.floors().signIn(acme.id(), mina, null, "test");
    }

    private void waits(BaresipPhone phone, int together) {
        phone.dial("700");
        talks(phone);
        Awaitility.await().atMost(SOON).until(() -> waiting().size() == together);
    }

    /** The caller asks to be called back at the phone that he calls from. */
    private FloorView.Waiting asks(BaresipPhone phone, String... keys) {
        phone.press(phone.calls().getLast(), "5");
        for (var key : keys) {
            phone.press(phone.calls().getLast(), key);
        }
        ended(phone);
        Awaitility.await().atMost(SOON).until(() -> waiting().stream().anyMatch(FloorView.Waiting::callback));
        return waiting().stream().filter(FloorView.Waiting::callback).findFirst().orElseThrow();
    }

    private List<String> results() {
        return database.sql("select coalesce(result, 'open') from callback_attempt order by attempt").query(String.class).list();
    }

    private void awaitResult(String result) {
        Awaitility.await().atMost(SOON).untilAsserted(() -> assertThat(database.sql("select result from callback").query(String.class).list()).containsExactly(result));
    }

    private List<QueueEventKind> kindsOf(String visit) {
        return pbx.events(acme.id()).stream().filter(event -> visit.equals(event.visit())).map(QueueEvent::kind).toList();
    }

    @Test
    void given_a_callback_then_it_keeps_its_place_and_the_agent_is_rung_first_and_then_the_customer() {
        waits(alice, 1);
        var before = waiting().getFirst();
        var asked = asks(alice, "1");
        assertThat(asked.visit()).isEqualTo(before.visit());
        assertThat(asked.enteredAt()).isEqualTo(before.enteredAt());
        waits(bob, 2);
        assertThat(waiting()).extracting(FloorView.Waiting::callback).containsExactly(true, false);
        comesToWork();
        var atMina = ringing(minas);
        assertThat(atMina.peerNumber()).isEqualTo("101");
        assertThat(atMina.peerName()).contains("Callback");
        assertThat(alice.calls()).as("not yet").noneMatch(PhoneCall::isOpen);
        minas.answer(atMina);
        alice.answer(ringing(alice));
        talks(minas);
        awaitState(AgentStatus.TALKING);
        awaitResult("talked");
        assertThat(results()).containsExactly("talked");
        assertThat(waiting()).as("bob waits on").hasSize(1);
        alice.hangUp(talks(alice));
        minas.answer(ringing(minas));
        talks(bob);
        assertThat(kindsOf(asked.visit())).containsSubsequence(QueueEventKind.ENTERED, QueueEventKind.CALLBACK_ASKED, QueueEventKind.OFFERED,
                QueueEventKind.ANSWERED, QueueEventKind.TALK_ENDED);
        minas.hangUp(talks(minas));
    }

    @Test
    void given_a_customer_who_declines_then_the_agent_is_free_at_once_and_it_is_tried_again_by_the_next_engine_and_then_given_up() {
        waits(alice, 1);
        var asked = asks(alice, "1");
        comesToWork();
        minas.answer(ringing(minas));
        alice.hangUp(ringing(alice));
        ended(minas);
        awaitState(AgentStatus.FREE);
        Awaitility.await().atMost(SOON).until(() -> results().equals(List.of("busy")));
        assertThat(waiting()).extracting(FloorView.Waiting::enteredAt).containsExactly(asked.enteredAt());
        pbx.stopEngine();
        database.sql("update callback set not_before = null").update();
        pbx.startEngine();
        minas.answer(ringing(minas));
        assertThat(waiting().stream().map(FloorView.Waiting::enteredAt)).allMatch(asked.enteredAt()::equals);
        alice.hangUp(ringing(alice));
        ended(minas);
        awaitResult("failed");
        assertThat(results()).containsExactly("busy", "busy");
        Awaitility.await().atMost(SOON).until(() -> waiting().isEmpty());
        assertThat(kindsOf(asked.visit())).contains(QueueEventKind.CALLBACK_ENDED).doesNotContain(QueueEventKind.ANSWERED);
        awaitState(AgentStatus.FREE);
    }

    @Test
    void given_an_engine_that_dies_while_the_customer_is_rung_then_the_talk_is_had_and_nobody_is_dialled_twice() {
        waits(alice, 1);
        asks(alice, "1");
        comesToWork();
        minas.answer(ringing(minas));
        var atAlice = ringing(alice);
        pbx.stopEngine();
        alice.answer(atAlice);
        talks(minas);
        pbx.startEngine();
        awaitResult("talked");
        assertThat(results()).containsExactly("talked");
        awaitState(AgentStatus.TALKING);
        alice.hangUp(talks(alice));
        awaitState(AgentStatus.FREE);
        assertThat(waiting()).isEmpty();
    }

    @Test
    void given_an_agent_who_rejects_then_no_attempt_was_made_and_the_callback_waits_on() {
        waits(alice, 1);
        var asked = asks(alice, "1");
        comesToWork();
        minas.hangUp(ringing(minas));
        awaitState(AgentStatus.SET_ASIDE);
        assertThat(results()).isEmpty();
        assertThat(waiting()).extracting(FloorView.Waiting::visit).containsExactly(asked.visit());
        pbx.floors().resume(acme.id(), mina, "test");
        minas.answer(ringing(minas));
        alice.answer(ringing(alice));
        awaitResult("talked");
        alice.hangUp(talks(alice));
    }

    @Test
    void given_hours_for_callbacks_when_they_are_over_then_nobody_is_rung_until_they_begin() {
        var hours = UUID.randomUUID();
        database.sql("insert into schedule (id, tenant_id, name, time_zone, override) values (?, ?, 'Callbacks', 'UTC', 'closed')").params(hours, acme.id()).update();
        acme.queue(support, "callback_schedule_id", hours);
        try {
            Awaitility.await().atMost(SOON).until(() -> pbx.floors().plan(acme.id()).flatMap(plan -> plan.queue(support))
                    .filter(queue -> hours.equals(queue.callback().scheduleId())).isPresent());
            waits(alice, 1);
            asks(alice, "1");
            comesToWork();
            waits(bob, 2);
            minas.answer(ringing(minas));
            talks(bob);
            bob.hangUp(talks(bob));
            awaitState(AgentStatus.FREE);
            assertThat(waiting()).hasSize(1);
            database.sql("update schedule set override = 'open' where id = ?").param(hours).update();
            minas.answer(ringing(minas));
            alice.answer(ringing(alice));
            awaitResult("talked");
            alice.hangUp(talks(alice));
        } finally {
            acme.queue(support, "callback_schedule_id", null);
        }
    }

    @Test
    void given_a_caller_who_would_rather_wait_or_names_another_phone_then_so_be_it() {
        waits(alice, 1);
        alice.press(alice.calls().getLast(), "5");
        alice.press(alice.calls().getLast(), "*");
        Awaitility.await().during(Duration.ofSeconds(1)).atMost(SOON).until(() -> waiting().size() == 1 && !waiting().getFirst().callback());
        asks(alice, "2", "103#", "1");
        comesToWork();
        minas.answer(ringing(minas));
        carol.answer(ringing(carol));
        awaitResult("talked");
        assertThat(database.sql("select number || ' ' || caller from callback").query(String.class).single()).isEqualTo("103 101");
        carol.hangUp(talks(carol));
    }

    @Test
    void given_a_callback_when_it_is_given_up_then_nobody_is_called() {
        waits(alice, 1);
        var asked = asks(alice, "1");
        var id = database.sql("select id from callback").query(UUID.class).single();
        assertThat(pbx.cancelCallback(UUID.randomUUID(), id)).as("another company").isFalse();
        assertThat(pbx.cancelCallback(acme.id(), id)).isTrue();
        assertThat(pbx.cancelCallback(acme.id(), id)).isFalse();
        awaitResult("cancelled");
        Awaitility.await().atMost(SOON).until(() -> waiting().isEmpty());
        comesToWork();
        awaitState(AgentStatus.FREE);
        assertThat(kindsOf(asked.visit())).endsWith(QueueEventKind.CALLBACK_ENDED);
    }
}
