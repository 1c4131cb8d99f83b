package org.switchboard.telephony.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.switchboard.local.phone.BaresipPhone;
import org.switchboard.local.phone.PhoneCall;
import org.switchboard.telephony.ari.AriConfig;
import org.switchboard.telephony.ari.AriConnection;
import org.switchboard.telephony.ari.AriEvent;
import org.switchboard.telephony.ari.AriEventListener;
import org.switchboard.telephony.call.CallLimits;

/** Real calls while the engine is away, goes, comes back, or is full. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EngineComesAndGoesTest {

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final Duration AFTER_A_WORD = Duration.ofSeconds(20);

    private TestPbx pbx;
    private Company acme;
    private BaresipPhone alice;
    private BaresipPhone bob;
    private BaresipPhone lobby;

    @BeforeAll
    void startAll(@TempDir Path folder) {
        pbx = new TestPbx(folder);
        acme = pbx.company("acme");
        acme.extension("101", "Alice");
        acme.extension("102", "Bob", 6, "internal");
        acme.extension("105", "Dave");
        acme.extension("106", "Lobby", 20, "nobody");
        var other = pbx.company("other");
        other.extension("202", "Other");
        other.device("202", "desk");
        alice = pbx.phone("alice", acme.device("101", "desk"));
        bob = pbx.phone("bob", acme.device("102", "desk"));
        acme.device("105", "never registered");
        lobby = pbx.phone("lobby", acme.device("106", "lobby"));
    }

    @AfterAll
    void stopAll() {
        pbx.close();
    }

    @BeforeEach
    void forgetSteps() {
        pbx.forgetSteps();
    }

    @AfterEach
    void nothingIsLeft() {
        for (var phone : new BaresipPhone[] {alice, bob, lobby}) {
            phone.calls().stream().filter(PhoneCall::isOpen).forEach(phone::hangUp);
        }
        pbx.awaitNothingLeft();
        pbx.stopEngine();
    }

    @Test
    void given_no_engine_when_a_colleague_is_called_then_they_talk() {
        alice.dial("102");
        bob.answer(ringing(bob));
        talking(alice);
    }

    @Test
    void given_no_engine_when_a_call_cannot_be_made_then_it_ends_as_with_the_engine() {
        endOf(alice, "202", "404");
        endOf(alice, "105", "480");
        endOf(lobby, "101", "404");
    }

    @Test
    void given_no_engine_when_services_are_dialled_then_they_work() {
        alice.dial("*43");
        alice.hangUp(talking(alice));
        alice.dial("*65");
        talking(alice);
    }

    @Test
    void given_a_ringing_call_when_the_engine_goes_then_the_call_can_be_answered() {
        pbx.startEngine();
        alice.dial("102");
        var call = ringing(bob);
        pbx.stopEngine();
        bob.answer(call);
        talking(alice);
    }

    @Test
    void given_a_ringing_call_when_the_engine_goes_and_nobody_answers_then_the_caller_gets_480() {
        pbx.startEngine();
        alice.dial("102");
        ringing(bob);
        pbx.stopEngine();
        awaitEnd(alice, "480");
    }

    @Test
    void given_a_ringing_call_when_another_engine_comes_then_it_resumes_at_the_node() {
        pbx.startEngine();
        alice.dial("102");
        ringing(bob);
        pbx.stopEngine();
        pbx.startEngine();
        awaitEnd(alice, "480");
        assertThat(pbx.steps(acme.id())).containsExactly("route 102 extension", "extension 102 rings", "extension 102 no_answer",
                "refuse no_answer no_answer");
    }

    @Test
    void given_a_talk_when_the_engine_goes_and_comes_then_they_talk_on() {
        pbx.startEngine();
        alice.dial("102");
        bob.answer(ringing(bob));
        var talk = talking(alice);
        pbx.stopEngine();
        pbx.startEngine();
        assertThat(alice.calls()).anyMatch(call -> call.id().equals(talk.id()) && call.state() == PhoneCall.State.TALKING);
        assertThat(pbx.channels()).hasSize(2);
    }

    @Test
    void given_a_caller_that_nobody_took_when_the_engine_comes_then_it_is_taken_up() {
        var idle = new AriConnection(pbx.ariConfig(), "pbx", false, new Deaf());
        idle.start();
        Awaitility.await().atMost(SOON).until(idle::isUp);
        alice.dial("102");
        Awaitility.await().atMost(SOON).until(() -> pbx.channels().stream()
                .anyMatch(channel -> channel.dialplan().appName().equals("Stasis")));
        idle.close();
        pbx.startEngine();
        bob.answer(ringing(bob));
        talking(alice);
        assertThat(pbx.steps(acme.id())).containsExactly("route 102 extension", "extension 102 rings");
    }

    @Test
    void given_a_full_company_when_one_more_calls_then_it_gets_503() {
        pbx.startEngine(new CallLimits(1, 10));
        alice.dial("102");
        ringing(bob);
        endOf(lobby, "*43", "503");
        assertThat(pbx.meters().counter("pbx.calls.over.limit", "limit", "tenant").count()).isEqualTo(1);
        assertThat(pbx.steps(acme.id())).contains("refuse too_many_calls too_many_calls");
    }

    private static PhoneCall ringing(BaresipPhone phone) {
        return phone.awaitCall(SOON, "ringing", call -> call.isOpen() && !call.outgoing());
    }

    private static PhoneCall talking(BaresipPhone phone) {
        return phone.awaitCall(SOON, "an answer", call -> call.state() == PhoneCall.State.TALKING);
    }

    private static void endOf(BaresipPhone caller, String number, String code) {
        var before = caller.calls().size();
        caller.dial(number);
        caller.awaitCall(SOON, "a call", _ -> caller.calls().size() > before);
        awaitEnd(caller, code);
    }

    private static void awaitEnd(BaresipPhone caller, String code) {
        var last = caller.calls().getLast().id();
        caller.awaitCall(AFTER_A_WORD, "the end with " + code, call -> call.id().equals(last) && call.closeReason().contains(code));
    }

    @Test
    void given_a_silent_link_when_five_seconds_pass_then_it_is_noticed_and_made_anew() throws IOException {
        try (var cable = new Cable(pbx.stack().settings().asteriskHttpPort())) {
            var url = URI.create("http://127.0.0.1:" + cable.port());
            pbx.startEngine(CallLimits.USUAL, AriConfig.of(url, "pbx", pbx.stack().secrets().ari()));
            cable.silent(true);
            Awaitility.await().atMost(SOON).until(() -> !pbx.engine().health().controlUp() && !pbx.engine().health().liveUp());
            cable.silent(false);
            Awaitility.await().atMost(Duration.ofSeconds(15)).until(() -> pbx.engine().health().isWell());
            alice.dial("102");
            bob.answer(ringing(bob));
            talking(alice);
            alice.hangUp(talking(alice));
            pbx.awaitNothingLeft();
            pbx.stopEngine();
        }
    }

    /** An engine that hangs: it has the connection and does nothing. */
    private static final class Deaf implements AriEventListener {

        private final List<Object> heard = new CopyOnWriteArrayList<>();

        @Override
        public void onEvent(AriEvent event) {
            heard.add(event);
        }

        @Override
        public void onConnected() {
            heard.add("connected");
        }

        @Override
        public void onDisconnected(String reason) {
            heard.add(reason);
        }
    }
}
