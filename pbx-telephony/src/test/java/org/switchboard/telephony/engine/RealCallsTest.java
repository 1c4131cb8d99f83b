package org.switchboard.telephony.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.switchboard.local.phone.BaresipPhone;
import org.switchboard.local.phone.PhoneCall;
import org.switchboard.local.phone.PhoneSettings;

/** Calls between real phones over a real Asterisk under the engine: how each of them ends for the caller. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RealCallsTest {

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final Duration AFTER_A_WORD = Duration.ofSeconds(15);

    private TestPbx pbx;
    private Company acme;
    private BaresipPhone alice;
    private BaresipPhone bob;
    private BaresipPhone carolDesk;
    private BaresipPhone carolHome;
    private BaresipPhone lobby;
    private BaresipPhone stranger;

    @BeforeAll
    void startAll(@TempDir Path folder) {
        pbx = new TestPbx(folder);
        acme = pbx.company("acme");
        acme.extension("101", "Alice Park");
        acme.extension("102", "Bob Kim, <sales> ${EXTEN}", 5, "internal");
        acme.extension("103", "Carol");
        acme.extension("104", "Nobody's");
        acme.extension("105", "Dave");
        acme.extension("106", "Lobby", 20, "nobody");
        var other = pbx.company("other");
        other.extension("101", "Stranger");
        other.extension("202", "Other");
        pbx.startEngine();
        alice = pbx.phone("alice", acme.device("101", "desk"));
        bob = pbx.phone(PhoneSettings.plain("bob", acme.device("102", "desk"), 550).withMaxCalls(1));
        carolDesk = pbx.phone("carol-desk", acme.device("103", "desk"));
        carolHome = pbx.phone("carol-home", acme.device("103", "home"));
        acme.device("105", "never registered");
        lobby = pbx.phone("lobby", acme.device("106", "lobby"));
        stranger = pbx.phone("stranger", other.device("101", "desk"));
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
        for (var phone : new BaresipPhone[] {alice, bob, carolDesk, carolHome, lobby, stranger}) {
            phone.calls().stream().filter(PhoneCall::isOpen).forEach(phone::hangUp);
        }
        pbx.awaitNothingLeft();
    }

    @Test
    void given_two_phones_when_one_calls_and_the_other_answers_then_they_talk_and_see_each_other() {
        alice.dial("102");
        var ringing = bob.awaitCall(SOON, "Alice's call", call -> call.isOpen() && !call.outgoing());
        assertThat(ringing.peerNumber()).isEqualTo("101");
        assertThat(ringing.peerName()).isEqualTo("Alice Park");
        bob.answer(ringing);
        var talking = alice.awaitCall(SOON, "an answer", call -> call.state() == PhoneCall.State.TALKING);
        var answer = alice.awaitMessage(SOON, "the answer", message -> message.concerns("INVITE")
                && message.callId().equals(talking.id()) && message.status().filter(status -> status == 200).isPresent());
        var ring = alice.awaitMessage(SOON, "180", message -> message.callId().equals(talking.id())
                && message.status().filter(status -> status == 180).isPresent());
        for (var message : List.of(ring, answer)) {
            assertThat(message.header("P-Asserted-Identity")).hasValueSatisfying(identity ->
                    assertThat(identity).contains("Bob Kim, <sales> ${EXTEN}").contains("sip:102@"));
        }
        assertThat(alice.messages()).noneMatch(message -> message.callId().equals(talking.id()) && !message.sent()
                && message.isRequest("INVITE"));
        alice.hangUp(talking);
        bob.awaitCall(SOON, "the end", call -> call.id().equals(ringing.id()) && !call.isOpen());
        assertThat(pbx.steps(acme.id())).containsExactly("route 102 extension", "extension 102 rings");
    }

    @Test
    void given_a_busy_phone_when_it_is_called_then_the_caller_gets_486() {
        var busy = talkBetween(carolDesk, "102", bob);
        endOf(alice, "102", "486", Duration.ofSeconds(3));
        carolDesk.hangUp(busy);
        assertThat(pbx.steps(acme.id())).endsWith("extension 102 busy", "refuse busy busy");
    }

    @Test
    void given_nobody_answers_when_the_time_is_up_then_the_caller_hears_a_word_and_gets_480() {
        var end = endOf(alice, "102", "480", Duration.ofSeconds(5).plus(AFTER_A_WORD));
        assertThat(end.startedAt().plusSeconds(5)).isBefore(end.closedAt());
        assertThat(heardEarlyMedia(end)).isTrue();
        assertThat(pbx.steps(acme.id())).containsExactly("route 102 extension", "extension 102 rings", "extension 102 no_answer",
                "refuse no_answer no_answer");
    }

    @Test
    void given_a_phone_that_is_not_registered_when_it_is_called_then_the_caller_hears_a_word_and_gets_480() {
        assertThat(heardEarlyMedia(endOf(alice, "105", "480", AFTER_A_WORD))).isTrue();
        assertThat(pbx.steps(acme.id())).endsWith("refuse not_registered not_registered");
    }

    @Test
    void given_an_extension_without_devices_when_it_is_called_then_it_ends_as_not_registered() {
        assertThat(heardEarlyMedia(endOf(alice, "104", "480", AFTER_A_WORD))).isTrue();
        assertThat(pbx.steps(acme.id())).endsWith("extension 104 not_registered", "refuse not_registered not_registered");
    }

    @Test
    void given_a_number_that_nobody_has_when_it_is_dialled_then_the_caller_hears_a_word_and_gets_404() {
        assertThat(heardEarlyMedia(endOf(alice, "199", "404", AFTER_A_WORD))).isTrue();
        assertThat(pbx.steps(acme.id())).containsExactly("route 199 unknown_number",
                "refuse unknown_number unknown_number");
    }

    @Test
    void given_a_number_of_another_company_when_it_is_dialled_then_it_is_unknown() {
        endOf(alice, "202", "404", AFTER_A_WORD);
        endOf(stranger, "102", "404", AFTER_A_WORD);
        assertThat(bob.calls()).noneMatch(PhoneCall::isOpen);
    }

    @Test
    void given_a_phone_that_may_call_nobody_when_it_calls_then_it_hears_a_word_and_gets_403() {
        assertThat(heardEarlyMedia(endOf(lobby, "101", "403", AFTER_A_WORD))).isTrue();
        assertThat(pbx.steps(acme.id())).containsExactly("route 101 forbidden", "refuse forbidden forbidden");
    }

    @Test
    void given_two_devices_when_called_then_both_ring_and_the_slower_is_told_of_the_answer_elsewhere() {
        alice.dial("103");
        var atDesk = carolDesk.awaitCall(SOON, "ringing", call -> call.isOpen() && !call.outgoing());
        var atHome = carolHome.awaitCall(SOON, "ringing", call -> call.isOpen() && !call.outgoing());
        carolHome.answer(atHome);
        carolDesk.awaitCall(SOON, "the end", call -> call.id().equals(atDesk.id()) && !call.isOpen());
        var cancel = carolDesk.awaitMessage(SOON, "CANCEL", message -> message.isRequest("CANCEL")
                && message.callId().equals(atDesk.id()));
        assertThat(cancel.header("Reason")).hasValueSatisfying(reason ->
                assertThat(reason).contains("cause=200").containsIgnoringCase("completed elsewhere"));
        alice.awaitCall(SOON, "an answer", call -> call.state() == PhoneCall.State.TALKING);
    }

    @Test
    void given_a_ringing_call_when_the_caller_hangs_up_then_the_phone_stops_ringing() {
        alice.dial("102");
        var ringing = bob.awaitCall(SOON, "ringing", call -> call.isOpen() && !call.outgoing());
        alice.hangUp(alice.awaitCall(SOON, "ringing", call -> call.state() == PhoneCall.State.RINGING));
        bob.awaitCall(SOON, "the end", call -> call.id().equals(ringing.id()) && !call.isOpen());
        pbx.awaitNothingLeft();
        assertThat(pbx.steps(acme.id())).containsExactly("route 102 extension", "extension 102 rings");
    }

    @Test
    void given_a_ringing_call_when_the_phone_declines_then_the_caller_gets_486() {
        alice.dial("102");
        bob.hangUp(bob.awaitCall(SOON, "ringing", call -> call.isOpen() && !call.outgoing()));
        alice.awaitCall(SOON, "busy", call -> call.closeReason().contains("486"));
    }

    @Test
    void given_ones_own_number_when_it_is_dialled_then_ones_other_devices_ring() {
        carolDesk.dial("103");
        carolHome.awaitCall(SOON, "ringing", call -> call.isOpen() && !call.outgoing());
        endOf(alice, "101", "486", SOON);
    }

    @Test
    void given_the_echo_test_when_it_is_dialled_then_the_caller_hears_itself() {
        alice.dial("*43");
        alice.awaitCall(SOON, "an answer", call -> call.state() == PhoneCall.State.TALKING);
        assertThat(pbx.steps(acme.id())).containsExactly("route *43 service/echo", "service echo answered");
    }

    @Test
    void given_what_is_my_number_when_it_is_dialled_then_it_is_said_and_the_call_ends() {
        alice.dial("*65");
        var call = alice.awaitCall(SOON, "an answer", answered -> answered.state() == PhoneCall.State.TALKING);
        alice.awaitCall(Duration.ofSeconds(20), "the end", ended -> ended.id().equals(call.id()) && !ended.isOpen());
        assertThat(pbx.steps(acme.id())).endsWith("service own_number answered");
    }

    private PhoneCall talkBetween(BaresipPhone caller, String number, BaresipPhone callee) {
        caller.dial(number);
        callee.answer(callee.awaitCall(SOON, "ringing", call -> call.isOpen() && !call.outgoing()));
        return caller.awaitCall(SOON, "an answer", call -> call.state() == PhoneCall.State.TALKING);
    }

    private static PhoneCall endOf(BaresipPhone caller, String number, String code, Duration limit) {
        var before = caller.calls().size();
        caller.dial(number);
        return caller.awaitCall(limit, "the end with " + code, call -> caller.calls().size() > before
                && caller.calls().getLast().id().equals(call.id()) && call.closeReason().contains(code));
    }

    /** Whether a 183 with a description of sound came before the end. */
    private boolean heardEarlyMedia(PhoneCall call) {
        return Stream.of(alice, lobby).flatMap(phone -> phone.messages().stream())
                .anyMatch(message -> message.callId().equals(call.id())
                        && message.status().filter(status -> status == 183).isPresent() && message.text().contains("m=audio"));
    }
}
