package org.switchboard.telephony.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.switchboard.local.phone.BaresipPhone;
import org.switchboard.local.phone.PhoneCall;
import org.switchboard.local.phone.SipProvider;

/** Transfers made at real phones. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TransferTest {

    private static final Duration SOON = Duration.ofSeconds(20);

    private TestPbx pbx;
    private Company acme;
    private BaresipPhone alice;
    private BaresipPhone bob;
    private BaresipPhone carol;
    private SipProvider provider;

    @BeforeAll
    void startAll(@TempDir Path folder) {
        pbx = new TestPbx(folder);
        acme = pbx.company("acme");
        acme.extension("101", "Alice");
        acme.extension("102", "Bob");
        acme.extension("103", "Carol", 5, "internal");
        var other = pbx.company("other");
        other.extension("202", "Other");
        provider = SipProvider.start("127.0.8.1", pbx.stack().settings().sipPort(), Clock.systemUTC());
        acme.number("+12125550111", "102", provider);
        pbx.startEngine();
        alice = pbx.phone("alice", acme.device("101", "desk"));
        bob = pbx.phone("bob", acme.device("102", "desk"));
        carol = pbx.phone("carol", acme.device("103", "desk"));
        pbx.phone("other", other.device("202", "desk"));
    }

    @AfterAll
    void stopAll() {
        provider.close();
        pbx.close();
    }

    @BeforeEach
    void forgetSteps() {
        pbx.forgetSteps();
    }

    @AfterEach
    void nothingIsLeft() {
        for (var phone : new BaresipPhone[] {alice, bob, carol}) {
            phone.calls().stream().filter(PhoneCall::isOpen).forEach(phone::hangUp);
        }
        pbx.awaitNothingLeft();
    }

    @Test
    void given_a_talk_when_the_callee_transfers_blindly_then_the_caller_talks_to_the_target() {
        var talk = talk(alice, "102", bob);
        bob.transfer(callAt(bob), "103");
        carol.answer(ringing(carol));
        bob.awaitCall(SOON, "the end of Bob's part", call -> !call.isOpen());
        carol.awaitCall(SOON, "an answer", call -> call.state() == PhoneCall.State.TALKING);
        assertThat(alice.calls()).anyMatch(call -> call.id().equals(talk.id()) && call.isOpen());
        assertThat(pbx.steps(acme.id())).containsExactly("route 102 extension", "extension 102 rings", "route 103 extension", "extension 103 rings");
        assertThat(pbx.linkedIds(acme.id())).hasSize(1);
    }

    @Test
    void given_a_talk_when_the_caller_transfers_blindly_then_the_callee_talks_to_the_target() {
        talk(alice, "102", bob);
        alice.transfer(callAt(alice), "103");
        carol.answer(ringing(carol));
        carol.awaitCall(SOON, "an answer", call -> call.state() == PhoneCall.State.TALKING);
        assertThat(callAt(bob).state()).isEqualTo(PhoneCall.State.TALKING);
        assertThat(pbx.steps(acme.id())).containsExactly("route 102 extension", "extension 102 rings", "route 103 extension", "extension 103 rings");
        assertThat(pbx.linkedIds(acme.id())).hasSize(1);
    }

    @Test
    void given_a_blind_transfer_when_the_target_does_not_answer_then_the_transferred_hears_a_word_and_the_call_ends() {
        var talk = talk(alice, "102", bob);
        bob.transfer(callAt(bob), "103");
        ringing(carol);
        alice.awaitCall(Duration.ofSeconds(15), "the end", call -> call.id().equals(talk.id()) && !call.isOpen());
        assertThat(pbx.steps(acme.id())).containsExactly("route 102 extension", "extension 102 rings", "route 103 extension", "extension 103 rings",
                "extension 103 no_answer", "refuse no_answer no_answer");
    }

    @Test
    void given_a_talk_when_it_is_transferred_to_another_company_then_it_is_unknown() {
        var talk = talk(alice, "102", bob);
        bob.transfer(callAt(bob), "202");
        alice.awaitCall(Duration.ofSeconds(15), "the end", call -> call.id().equals(talk.id()) && !call.isOpen());
        assertThat(pbx.steps(acme.id())).endsWith("refuse unknown_number unknown_number");
    }

    @Test
    void given_a_caller_from_outside_when_the_callee_transfers_blindly_then_the_caller_talks_to_the_target() {
        var caller = provider.call("+12125550111", "+12125550199");
        bob.answer(ringing(bob));
        caller.awaitTalk(SOON);
        bob.transfer(callAt(bob), "103");
        carol.answer(ringing(carol));
        carol.awaitCall(SOON, "an answer", call -> call.state() == PhoneCall.State.TALKING);
        assertThat(caller.isTalking()).isTrue();
        assertThat(pbx.steps(acme.id())).containsExactly("number +12125550111 to", "extension 102 rings", "route 103 extension", "extension 103 rings");
        caller.hangUp();
    }

    @Test
    void given_two_talks_when_the_one_in_the_middle_joins_them_then_the_others_talk() {
        talk(alice, "102", bob);
        var first = callAt(bob);
        bob.hold(first);
        var consultation = talk(bob, "103", carol);
        bob.transfer(first, consultation);
        bob.awaitCall(SOON, "the end of the consultation", call -> call.id().equals(consultation.id()) && !call.isOpen());
        bob.awaitCall(SOON, "the end of the first talk", call -> call.id().equals(first.id()) && !call.isOpen());
        assertThat(callAt(alice).state()).isEqualTo(PhoneCall.State.TALKING);
        assertThat(callAt(carol).state()).isEqualTo(PhoneCall.State.TALKING);
        assertThat(pbx.channels()).hasSize(2);
    }

    private static PhoneCall talk(BaresipPhone caller, String number, BaresipPhone callee) {
        caller.dial(number);
        callee.answer(ringing(callee));
        return caller.awaitCall(SOON, "an answer", call -> call.state() == PhoneCall.State.TALKING && call.outgoing());
    }

    private static PhoneCall ringing(BaresipPhone phone) {
        return phone.awaitCall(SOON, "ringing", call -> call.isOpen() && !call.outgoing());
    }

    private static PhoneCall callAt(BaresipPhone phone) {
        return phone.awaitCall(SOON, "a talk", call -> call.state() == PhoneCall.State.TALKING);
    }
}
