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
import org.switchboard.local.phone.BaresipPhone;
import org.switchboard.local.phone.PhoneCall;
import org.switchboard.local.phone.SipAccount;
import org.switchboard.telephony.call.CallProgram;
import org.switchboard.telephony.call.DeviceRef;
import org.switchboard.telephony.call.RingPlan;

/** Ringing several on the real Asterisk: delays, confirmation, and what the others are told. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RealRingTest {

    private static final Duration SOON = Duration.ofSeconds(20);

    private final List<String> results = new CopyOnWriteArrayList<>();
    private HandMadePbx pbx;
    private BaresipPhone alice;
    private BaresipPhone bob;
    private BaresipPhone carol;
    private DeviceRef bobs;
    private DeviceRef carols;
    private String prompt;

    @BeforeAll
    void startAll(@TempDir Path folder) {
        pbx = new HandMadePbx(folder);
        var acme = pbx.company("acme");
        acme.extension("101", "Alice");
        acme.extension("102", "Bob");
        acme.extension("103", "Carol");
        alice = pbx.phone("alice", acme.device("101", "desk"), 440);
        SipAccount ofBob = acme.device("102", "desk");
        SipAccount ofCarol = acme.device("103", "desk");
        bobs = new DeviceRef(ofBob.username());
        carols = new DeviceRef(ofCarol.username());
        bob = pbx.phone("bob", ofBob, 550);
        carol = pbx.phone("carol", ofCarol, 700);
        prompt = Tones.write(folder, 1500, 1).substring("sound:".length());
    }

    @AfterAll
    void stopAll() {
        pbx.close();
    }

    @AfterEach
    void nothingIsLeft() {
        for (var phone : List.of(alice, bob, carol)) {
            phone.calls().stream().filter(PhoneCall::isOpen).forEach(phone::hangUp);
        }
        pbx.awaitNothingLeft();
        results.clear();
    }

    private RingPlan plan(int seconds, RingPlan.Member... members) {
        return new RingPlan(List.of(members), Duration.ofSeconds(seconds), false, Optional.empty(), prompt);
    }

    private static RingPlan.Member member(DeviceRef device, int delay, boolean confirm) {
        return new RingPlan.Member(new RingPlan.Device(device), Duration.ofSeconds(delay), confirm, false);
    }

    private CallProgram ringing(RingPlan plan) {
        return call -> {
            results.add(call.ring(plan).toString());
            return call.hangUp(17);
        };
    }

    private void rings(RingPlan plan) {
        pbx.eachCallDoes(ringing(plan));
        alice.dial("300");
    }

    private static PhoneCall ringing(BaresipPhone phone) {
        return phone.awaitCall(SOON, "ringing", call -> call.isOpen() && !call.outgoing() && call.state() != PhoneCall.State.TALKING);
    }

    private static void talking(BaresipPhone phone) {
        phone.awaitCall(SOON, "a talk", call -> call.state() == PhoneCall.State.TALKING);
    }

    private static void ended(BaresipPhone phone, PhoneCall which) {
        phone.awaitCall(Duration.ofSeconds(10), "the end", call -> call.id().equals(which.id()) && !call.isOpen());
    }

    private static void hears(BaresipPhone phone, int hertz) {
        var mark = phone.ear().mark();
        Awaitility.await().atMost(Duration.ofSeconds(8)).pollInterval(Duration.ofMillis(20)).until(() -> phone.ear().since(mark).stream()
                .anyMatch(sound -> sound.seconds() > 0.3 && sound.last(0.3).partWithTone(hertz) > 0.9));
    }

    private static void toldElsewhere(BaresipPhone phone, PhoneCall which) {
        var cancel = phone.awaitMessage(SOON, "CANCEL", message -> message.isRequest("CANCEL") && message.callId().equals(which.id()));
        assertThat(cancel.header("Reason")).hasValueSatisfying(reason ->
                assertThat(reason).containsIgnoringCase("completed elsewhere"));
    }

    @Test
    void given_a_delayed_member_then_it_rings_later_and_may_answer() {
        rings(plan(20, member(bobs, 0, false), member(carols, 2, false)));
        var atBob = ringing(bob);
        var atCarol = ringing(carol);
        assertThat(Duration.between(atBob.startedAt(), atCarol.startedAt())).isBetween(Duration.ofMillis(1800), Duration.ofMillis(3000));
        carol.answer(atCarol);
        talking(alice);
        toldElsewhere(bob, atBob);
        hears(alice, 700);
        hears(carol, 440);
        // The channels in between have vanished from the talk.
        Awaitility.await().atMost(SOON).until(() -> pbx.ari().channels().size() == 2);
    }

    @Test
    void given_a_delayed_member_when_another_answers_before_then_it_never_rings() {
        var before = carol.calls().size();
        rings(plan(20, member(bobs, 0, false), member(carols, 3, false)));
        bob.answer(ringing(bob));
        talking(alice);
        Awaitility.await().atMost(SOON).until(() -> pbx.ari().channels().size() == 2);
        assertThat(carol.calls()).hasSize(before);
    }

    @Test
    void given_a_delayed_member_that_rings_when_another_answers_then_it_is_told_so() {
        rings(plan(20, member(bobs, 0, false), member(carols, 1, false)));
        var atCarol = ringing(carol);
        bob.answer(ringing(bob));
        talking(alice);
        toldElsewhere(carol, atCarol);
    }

    @Test
    void given_a_member_that_must_confirm_when_it_presses_1_then_they_talk() {
        rings(plan(30, member(bobs, 0, true), member(carols, 0, false)));
        var atCarol = ringing(carol);
        var atBob = ringing(bob);
        bob.answer(atBob);
        hears(bob, 1500);
        assertThat(alice.calls()).noneMatch(call -> call.state() == PhoneCall.State.TALKING);
        bob.press(atBob, "1");
        talking(alice);
        toldElsewhere(carol, atCarol);
        hears(alice, 550);
    }

    @Test
    void given_a_member_that_must_confirm_when_it_presses_another_key_then_the_others_ring_on() {
        rings(plan(30, member(bobs, 0, true), member(carols, 0, false)));
        var atCarol = ringing(carol);
        var atBob = ringing(bob);
        bob.answer(atBob);
        hears(bob, 1500);
        bob.press(atBob, "2");
        ended(bob, atBob);
        carol.answer(atCarol);
        talking(alice);
    }

    @Test
    void given_a_mailbox_that_answers_and_presses_nothing_then_it_is_let_go_and_nobody_answered() {
        rings(plan(30, member(bobs, 0, true)));
        var atBob = ringing(bob);
        bob.answer(atBob);
        bob.awaitCall(Duration.ofSeconds(20), "the end", call -> call.id().equals(atBob.id()) && !call.isOpen());
        Awaitility.await().atMost(SOON).until(() -> !results.isEmpty());
        assertThat(results).containsExactly("NO_ANSWER");
    }

    @Test
    void given_a_caller_who_hangs_up_while_a_member_is_asked_then_the_member_is_let_go() {
        rings(plan(30, member(bobs, 0, true)));
        var atBob = ringing(bob);
        bob.answer(atBob);
        hears(bob, 1500);
        alice.hangUp(alice.awaitCall(SOON, "ringing", PhoneCall::isOpen));
        ended(bob, atBob);
    }

    @Test
    void given_a_caller_who_hangs_up_while_members_still_wait_or_ring_then_nothing_is_left() {
        var before = carol.calls().size();
        rings(plan(30, member(bobs, 0, false), member(carols, 10, true)));
        var atBob = ringing(bob);
        alice.hangUp(alice.awaitCall(SOON, "ringing", PhoneCall::isOpen));
        ended(bob, atBob);
        pbx.awaitNothingLeft();
        assertThat(carol.calls()).hasSize(before);
        assertThat(results).isEmpty();
    }

    @Test
    void given_a_caller_who_was_answered_by_a_menu_before_then_it_hears_the_ringing_tone_and_then_the_one_who_answers() {
        pbx.eachCallDoes(call -> {
            call.answer();
            call.play(List.of("sound:beep"));
            results.add(call.ring(plan(20, member(bobs, 1, false))).toString());
            return call.hangUp(17);
        });
        alice.dial("300");
        var atBob = ringing(bob);
        var mark = alice.ear().mark();
        Awaitility.await().atMost(SOON).until(() -> alice.ear().since(mark).stream().anyMatch(sound -> sound.seconds() > 0.3 && !sound.isSilent()));
        bob.answer(atBob);
        hears(alice, 550);
    }

    @Test
    void given_a_member_that_is_asked_when_another_answers_then_it_is_let_go() {
        rings(plan(30, member(bobs, 0, true), member(carols, 0, false)));
        var atCarol = ringing(carol);
        var atBob = ringing(bob);
        bob.answer(atBob);
        hears(bob, 1500);
        carol.answer(atCarol);
        talking(alice);
        ended(bob, atBob);
    }

    @Test
    void given_a_member_on_the_phone_that_is_to_be_left_out_then_it_does_not_ring() {
        pbx.eachCallDoes(ringing(plan(20, member(carols, 0, false))));
        bob.dial("300");
        carol.answer(ringing(carol));
        talking(bob);
        var before = carol.calls().size();
        rings(plan(20, new RingPlan.Member(new RingPlan.Device(carols), Duration.ZERO, false, true)));
        Awaitility.await().atMost(SOON).until(() -> !results.isEmpty());
        assertThat(results).containsExactly("BUSY");
        assertThat(carol.calls()).hasSize(before);
    }

    @Test
    void given_all_members_decline_or_are_away_then_the_result_says_so() {
        rings(plan(20, member(bobs, 1, false), member(carols, 0, false)));
        carol.hangUp(ringing(carol));
        bob.hangUp(ringing(bob));
        Awaitility.await().atMost(SOON).until(() -> !results.isEmpty());
        assertThat(results).containsExactly("BUSY");
    }

    @Test
    void given_nobody_answers_then_the_time_of_the_whole_plan_counts() {
        rings(plan(3, member(bobs, 0, false), member(carols, 1, true)));
        ringing(bob);
        ringing(carol);
        Awaitility.await().atMost(Duration.ofSeconds(6)).until(() -> !results.isEmpty());
        assertThat(results).containsExactly("NO_ANSWER");
    }

    @Test
    void given_a_member_reached_the_long_way_when_it_transfers_then_the_caller_moves() {
        rings(plan(20, member(bobs, 1, false)));
        var atBob = ringing(bob);
        bob.answer(atBob);
        talking(alice);
        hears(alice, 550);
        pbx.eachCallDoes(ringing(plan(20, member(carols, 0, false))));
        bob.transfer(atBob, "103");
        carol.answer(ringing(carol));
        ended(bob, atBob);
        hears(alice, 700);
    }

    @Test
    void given_music_for_the_caller_then_it_hears_some_while_it_rings() {
        rings(new RingPlan(List.of(member(bobs, 0, false)), Duration.ofSeconds(20), true, Optional.of(bobs), ""));
        ringing(bob);
        var mark = alice.ear().mark();
        Awaitility.await().atMost(SOON).until(() -> alice.ear().since(mark).stream().anyMatch(sound -> sound.seconds() > 0.5
                && !sound.isSilent()));
    }
}
