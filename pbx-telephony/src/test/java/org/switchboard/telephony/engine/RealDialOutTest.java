package org.switchboard.telephony.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.switchboard.local.phone.BaresipPhone;
import org.switchboard.local.phone.PhoneCall;
import org.switchboard.telephony.call.DeviceRef;
import org.switchboard.telephony.call.DialOut;
import org.switchboard.telephony.call.RingPlan;
import org.switchboard.telephony.call.ShownCaller;
import org.switchboard.telephony.call.TrunkRef;

/** Calls out by a trunk of the real Asterisk: each way in which a provider can answer, and what it is shown. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RealDialOutTest {

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final ShownCaller SHOWN = new ShownCaller("+8225550100", "Acme", false);

    private final List<String> results = new CopyOnWriteArrayList<>();
    private final FakeProvider provider = new FakeProvider();
    private HandMadePbx pbx;
    private BaresipPhone alice;
    private BaresipPhone bob;
    private TrunkRef trunk;
    private TrunkRef nowhere;

    @BeforeAll
    void startAll(@TempDir Path folder) {
        pbx = new HandMadePbx(folder);
        var acme = pbx.company("acme");
        acme.extension("101", "Alice");
        acme.extension("102", "Bob");
        alice = pbx.phone("alice", acme.device("101", "desk"), 440);
        bob = pbx.phone("bob", acme.device("102", "desk"), 550);
        trunk = new TrunkRef(acme.trunk("provider", FakeProvider.HOST, provider.port()));
        nowhere = new TrunkRef(acme.trunk("nowhere", "127.0.0.3", 9));
    }

    @AfterAll
    void stopAll() {
        provider.close();
        pbx.close();
    }

    @AfterEach
    void nothingIsLeft() {
        for (var phone : List.of(alice, bob)) {
            phone.calls().stream().filter(PhoneCall::isOpen).forEach(phone::hangUp);
        }
        pbx.awaitNothingLeft();
        results.clear();
    }

    private void callsOut(DialOut out) {
        pbx.eachCallDoes(call -> {
            results.add(call.dialOut(out).toString());
            return call.hangUp(17);
        });
        alice.dial("0212345678");
    }

    private DialOut out(TrunkRef by, int seconds, ShownCaller shown, int limit) {
        return new DialOut(by, "+82212345678", Duration.ofSeconds(seconds), shown, limit);
    }

    private void awaitResult(String wanted) {
        Awaitility.await().atMost(SOON).until(() -> !results.isEmpty());
        assertThat(results).containsExactly(wanted);
    }

    @ParameterizedTest
    @CsvSource({"486 Busy Here, BUSY", "600 Busy Everywhere, BUSY", "503 Service Unavailable, FAILED_OVER", "500 Server Internal Error, FAILED_OVER",
            "408 Request Timeout, FAILED_OVER", "404 Not Found, REJECTED", "403 Forbidden 123, REJECTED", "603 Decline, REJECTED",
            "480 Temporarily Unavailable, REJECTED", "302 Moved Temporarily, BUSY"})
    void given_a_provider_that_refuses_then_its_answer_is_told_apart(String status, String result) {
        provider.answersWith("100 Trying", status);
        callsOut(out(trunk, 5, SHOWN, 0));
        awaitResult(result);
    }

    @Test
    void given_a_provider_that_rings_when_the_time_is_up_then_nobody_answered() {
        provider.answersWith("180 Ringing");
        callsOut(out(trunk, 2, SHOWN, 0));
        awaitResult("NO_ANSWER");
        Awaitility.await().atMost(SOON).until(() -> provider.got("CANCEL"));
    }

    @Test
    void given_a_provider_that_says_nothing_when_the_time_is_up_then_another_trunk_may_do_better() {
        provider.answersWith();
        callsOut(out(trunk, 2, SHOWN, 0));
        awaitResult("FAILED_OVER");
    }

    @Test
    void given_a_provider_that_only_tries_when_the_time_is_up_then_another_trunk_may_do_better() {
        provider.answersWith("100 Trying");
        callsOut(out(trunk, 2, SHOWN, 0));
        awaitResult("FAILED_OVER");
    }

    @Test
    void given_a_provider_that_is_not_there_then_another_trunk_may_do_better() {
        callsOut(out(nowhere, 3, SHOWN, 0));
        awaitResult("FAILED_OVER");
    }

    @Test
    void given_a_provider_that_answers_then_they_talk_and_it_sees_the_callers_number() {
        provider.answersWith("180 Ringing", "200 OK");
        callsOut(out(trunk, 5, SHOWN, 0));
        alice.awaitCall(SOON, "an answer", call -> call.state() == PhoneCall.State.TALKING);
        var invite = provider.invites().getFirst();
        assertThat(invite).startsWith("INVITE sip:+82212345678@127.0.0.2");
        assertThat(FakeProvider.header(invite, "From")).contains("+8225550100").contains("Acme");
    }

    @Test
    void given_a_provider_that_answers_twice_then_it_is_one_talk() {
        provider.answersWith("200 OK", "200 OK", "486 Busy Here");
        callsOut(out(trunk, 5, SHOWN, 0));
        var talk = alice.awaitCall(SOON, "an answer", call -> call.state() == PhoneCall.State.TALKING);
        alice.hangUp(talk);
        pbx.awaitNothingLeft();
        assertThat(results).isEmpty();
    }

    @Test
    void given_an_anonymous_caller_then_the_provider_is_told_so_and_no_number_in_from() {
        provider.answersWith("486 Busy Here");
        callsOut(out(trunk, 5, new ShownCaller("+8225550100", "Acme", true), 0));
        awaitResult("BUSY");
        var invite = provider.invites().getFirst();
        assertThat(FakeProvider.header(invite, "From")).containsIgnoringCase("anonymous").doesNotContain("8225550100");
    }

    @Test
    void given_a_trunk_that_is_full_then_the_next_call_is_not_sent_and_the_count_sinks_with_the_first() {
        provider.answersWith("200 OK");
        callsOut(out(trunk, 5, SHOWN, 1));
        var talk = alice.awaitCall(SOON, "an answer", call -> call.state() == PhoneCall.State.TALKING);
        bob.dial("0212345678");
        awaitResult("FAILED_OVER");
        assertThat(provider.invites()).hasSize(1);
        alice.hangUp(talk);
        pbx.awaitNothingLeft();
        bob.dial("0212345678");
        bob.awaitCall(SOON, "an answer", call -> call.state() == PhoneCall.State.TALKING);
    }

    @Test
    void given_several_trunks_that_fail_then_each_is_tried_in_the_same_call() {
        provider.answersWith("503 Service Unavailable");
        pbx.eachCallDoes(call -> {
            results.add(call.dialOut(out(nowhere, 2, SHOWN, 1)).toString());
            results.add(call.dialOut(out(trunk, 5, SHOWN, 1)).toString());
            provider.answersWith("486 Busy Here");
            results.add(call.dialOut(out(trunk, 5, SHOWN, 1)).toString());
            return call.hangUp(17);
        });
        alice.dial("0212345678");
        Awaitility.await().atMost(SOON).until(() -> results.size() == 3);
        assertThat(results).containsExactly("FAILED_OVER", "FAILED_OVER", "BUSY");
    }

    @Test
    void given_a_caller_who_hangs_up_while_it_rings_outside_then_the_provider_is_told() {
        provider.answersWith("180 Ringing");
        callsOut(out(trunk, 20, SHOWN, 0));
        alice.hangUp(alice.awaitCall(SOON, "ringing", call -> call.state() == PhoneCall.State.RINGING));
        Awaitility.await().atMost(SOON).until(() -> provider.got("CANCEL"));
        pbx.awaitNothingLeft();
    }

    @Test
    void given_an_outside_member_of_a_group_that_answers_and_presses_nothing_then_the_others_ring_on() {
        provider.answersWith("180 Ringing", "200 OK");
        var plan = new RingPlan(List.of(RingPlan.Member.of(new DeviceRef(bob.settings().account().username())),
                new RingPlan.Member(new RingPlan.Outside(out(trunk, 20, SHOWN, 2)), Duration.ZERO, true, false)),
                Duration.ofSeconds(20), false, Optional.empty(), "");
        pbx.eachCallDoes(call -> {
            results.add(call.ring(plan).toString());
            return call.hangUp(17);
        });
        alice.dial("300");
        var atBob = bob.awaitCall(SOON, "ringing", call -> call.isOpen() && !call.outgoing());
        Awaitility.await().atMost(SOON).until(() -> provider.got("ACK"));
        assertThat(FakeProvider.header(provider.invites().getFirst(), "From")).contains("+8225550100");
        bob.answer(atBob);
        alice.awaitCall(SOON, "an answer", call -> call.state() == PhoneCall.State.TALKING);
        Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> provider.got("BYE"));
    }
}
