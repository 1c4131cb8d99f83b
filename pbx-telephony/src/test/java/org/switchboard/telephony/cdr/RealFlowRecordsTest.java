package org.switchboard.telephony.cdr;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.switchboard.local.phone.BaresipPhone;
import org.switchboard.local.phone.PhoneCall;
import org.switchboard.telephony.call.DeviceRef;
import org.switchboard.telephony.call.DialOut;
import org.switchboard.telephony.call.GatherRules;
import org.switchboard.telephony.call.RingPlan;
import org.switchboard.telephony.call.ShownCaller;
import org.switchboard.telephony.call.TrunkRef;
import org.switchboard.telephony.engine.FakeProvider;
import org.switchboard.telephony.engine.HandMadePbx;
import org.switchboard.telephony.spool.MalformedRecord;

/** What the record says of calls by trunks, ring groups and menus, from the channel events of the real Asterisk. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RealFlowRecordsTest {

    private static final Duration SOON = Duration.ofSeconds(20);

    private final FakeProvider provider = new FakeProvider();
    private HandMadePbx pbx;
    private BaresipPhone alice;
    private BaresipPhone bob;
    private BaresipPhone carol;
    private TrunkRef trunk;
    private TrunkRef nowhere;
    private long read;

    @BeforeAll
    void startAll(@TempDir Path folder) {
        pbx = new HandMadePbx(folder);
        var acme = pbx.company("acme");
        acme.extension("101", "Alice");
        acme.extension("102", "Bob");
        acme.extension("103", "Carol");
        alice = pbx.phone("alice", acme.device("101", "desk"), 440);
        bob = pbx.phone("bob", acme.device("102", "desk"), 550);
        carol = pbx.phone("carol", acme.device("103", "desk"), 700);
        trunk = new TrunkRef(acme.trunk("provider", FakeProvider.HOST, provider.port()));
        nowhere = new TrunkRef(acme.trunk("nowhere", "127.0.0.3", 9));
    }

    @AfterAll
    void stopAll() throws IOException {
        String keep = System.getProperty("keep.spool", "");
        if (!keep.isEmpty()) {
            Files.write(Path.of(keep).resolve("flows.csv"), lines());
        }
        provider.close();
        pbx.close();
    }

    @AfterEach
    void nothingIsLeft() {
        for (var phone : List.of(alice, bob, carol)) {
            phone.calls().stream().filter(PhoneCall::isOpen).forEach(phone::hangUp);
        }
        pbx.awaitNothingLeft();
        read = lines().size();
    }

    private List<String> lines() {
        try {
            return Files.readAllLines(pbx.stack().layout().spool().resolve("cel.csv"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ChannelEvent parse(String line) {
        try {
            return (ChannelEvent) new ChannelEventFormat().parse(line);
        } catch (MalformedRecord e) {
            throw new IllegalStateException(line, e);
        }
    }

    /** The record of the one call since the last test. */
    private CallRecord record() {
        pbx.awaitNothingLeft();
        return Awaitility.await().atMost(SOON).ignoreExceptions().until(() -> {
            var events = lines().stream().skip(read).map(RealFlowRecordsTest::parse).toList();
            var end = events.stream().filter(event -> event.type() == ChannelEventType.LINKEDID_END).findFirst();
            return end.flatMap(last -> new CallProjection().project(last.linkedId(), events, false));
        }, Optional::isPresent).orElseThrow();
    }

    private DialOut out(TrunkRef by) {
        return new DialOut(by, "+82212345678", Duration.ofSeconds(2), new ShownCaller("+8225550100", "Acme", false), 0);
    }

    private static RingPlan.Member member(BaresipPhone phone, int delay, boolean confirm) {
        return new RingPlan.Member(new RingPlan.Device(new DeviceRef(phone.settings().account().username())), Duration.ofSeconds(delay),
                confirm, false);
    }

    private void rings(RingPlan.Member... members) {
        pbx.eachCallDoes(call -> {
            call.ring(new RingPlan(List.of(members), Duration.ofSeconds(20), false, Optional.empty(), ""));
            return call.hangUp(17);
        });
    }

    private static PhoneCall ringing(BaresipPhone phone) {
        return phone.awaitCall(SOON, "ringing", call -> call.isOpen() && !call.outgoing() && call.state() != PhoneCall.State.TALKING);
    }

    private static PhoneCall talking(BaresipPhone phone) {
        return phone.awaitCall(SOON, "a talk", call -> call.state() == PhoneCall.State.TALKING);
    }

    @Test
    void given_a_call_out_that_fails_over_then_each_trunk_is_a_leg_and_the_last_one_answered() {
        pbx.eachCallDoes(call -> {
            call.dialOut(out(nowhere));
            provider.answersWith("503 Service Unavailable");
            call.dialOut(out(trunk));
            provider.answersWith("180 Ringing", "200 OK");
            call.dialOut(out(trunk));
            return call.hangUp(17);
        });
        alice.dial("0212345678");
        alice.hangUp(talking(alice));
        var record = record();
        assertThat(record.direction()).isEqualTo(CallDirection.OUTBOUND);
        assertThat(record.disposition()).isEqualTo(Disposition.ANSWERED);
        assertThat(record.callerExtension()).isEqualTo("101");
        assertThat(record.calleeNumber()).isEqualTo("0212345678");
        assertThat(record.calleeExtension()).isNull();
        assertThat(record.legs()).extracting(CallLeg::number).containsExactly("101", "+82212345678", "+82212345678", "+82212345678");
        assertThat(record.legs()).extracting(CallLeg::outcome).element(3).isEqualTo(LegOutcome.ANSWERED);
        assertThat(record.legs()).extracting(CallLeg::outcome).elements(1, 2).doesNotContain(LegOutcome.ANSWERED, LegOutcome.ANSWERED_ELSEWHERE);
    }

    @Test
    void given_a_call_from_outside_then_the_record_has_the_outside_number_and_who_answered() {
        rings(member(bob, 0, false), member(carol, 0, false));
        provider.calls(pbx.stack().settings().sipPort(), "+8225550100", "+821012345678");
        bob.answer(ringing(bob));
        Awaitility.await().atMost(SOON).until(() -> talking(bob).isOpen());
        Awaitility.await().pollDelay(Duration.ofMillis(500)).until(() -> true);
        provider.hangsUp();
        var record = record();
        assertThat(record.direction()).isEqualTo(CallDirection.INBOUND);
        assertThat(record.disposition()).isEqualTo(Disposition.ANSWERED);
        assertThat(record.callerNumber()).isEqualTo("+821012345678");
        assertThat(record.callerExtension()).isNull();
        assertThat(record.calleeNumber()).isEqualTo("+8225550100");
        assertThat(record.calleeExtension()).isEqualTo("102");
        assertThat(record.legs()).filteredOn(leg -> leg.number().equals("103")).extracting(CallLeg::outcome)
                .containsExactly(LegOutcome.ANSWERED_ELSEWHERE);
    }

    @Test
    void given_a_member_that_rang_late_and_answered_then_the_helper_channels_are_not_in_the_record() {
        rings(member(bob, 0, false), member(carol, 1, false));
        alice.dial("300");
        var atCarol = ringing(carol);
        carol.answer(atCarol);
        talking(alice);
        Awaitility.await().atMost(SOON).until(() -> pbx.ari().channels().size() == 2);
        Awaitility.await().pollDelay(Duration.ofMillis(500)).until(() -> true);
        alice.hangUp(talking(alice));
        var record = record();
        assertThat(record.direction()).isEqualTo(CallDirection.INTERNAL);
        assertThat(record.disposition()).isEqualTo(Disposition.ANSWERED);
        assertThat(record.calleeExtension()).isEqualTo("103");
        assertThat(record.legs()).extracting(CallLeg::number).containsExactly("101", "102", "103");
        assertThat(record.legs()).extracting(CallLeg::outcome).containsExactly(LegOutcome.ANSWERED, LegOutcome.ANSWERED_ELSEWHERE, LegOutcome.ANSWERED);
        assertThat(record.legs().getFirst().events()).filteredOn(event -> event.kind() == LegEventKind.TALKING)
                .extracting(LegEvent::detail).containsExactly("103 Carol");
        assertThat(Duration.between(record.answeredAt(), record.endedAt())).isGreaterThan(Duration.ofMillis(400));
    }

    @Test
    void given_a_member_that_does_not_confirm_then_it_did_not_answer() {
        rings(member(bob, 0, true), member(carol, 0, false));
        alice.dial("300");
        var atCarol = ringing(carol);
        var atBob = ringing(bob);
        bob.answer(atBob);
        talking(bob);
        bob.press(atBob, "3");
        bob.awaitCall(SOON, "the end", call -> call.id().equals(atBob.id()) && !call.isOpen());
        carol.answer(atCarol);
        alice.hangUp(talking(alice));
        var record = record();
        assertThat(record.disposition()).isEqualTo(Disposition.ANSWERED);
        assertThat(record.calleeExtension()).isEqualTo("103");
        assertThat(record.legs()).filteredOn(leg -> leg.number().equals("102")).extracting(CallLeg::outcome).containsExactly(LegOutcome.NO_ANSWER);
        assertThat(record.legs()).filteredOn(leg -> leg.number().equals("103")).extracting(CallLeg::outcome).containsExactly(LegOutcome.ANSWERED);
    }

    @Test
    void given_a_member_that_does_not_confirm_and_nobody_else_then_nobody_answered() {
        rings(member(bob, 0, true));
        alice.dial("300");
        var atBob = ringing(bob);
        bob.answer(atBob);
        talking(bob);
        bob.press(atBob, "3");
        alice.awaitCall(SOON, "the end", call -> call.outgoing() && !call.isOpen());
        var record = record();
        assertThat(record.answeredAt()).isNull();
        assertThat(record.disposition()).isNotEqualTo(Disposition.ANSWERED);
        assertThat(record.legs().getLast().outcome()).isEqualTo(LegOutcome.NO_ANSWER);
    }

    @Test
    void given_a_caller_who_hangs_up_in_a_menu_then_the_menu_answered() {
        pbx.eachCallDoes(call -> {
            call.answer();
            call.gather(List.of("sound:vm-goodbye"), GatherRules.oneKey(Duration.ofSeconds(20)));
            return call.hangUp(16);
        });
        alice.dial("300");
        alice.hangUp(talking(alice));
        var record = record();
        assertThat(record.disposition()).isEqualTo(Disposition.ANSWERED);
        assertThat(record.legs()).hasSize(1);
        assertThat(record.calleeExtension()).isNull();
    }

    @Test
    void given_a_transfer_into_a_menu_then_both_are_in_the_record() {
        rings(member(bob, 0, false));
        alice.dial("300");
        var atBob = ringing(bob);
        bob.answer(atBob);
        talking(alice);
        pbx.eachCallDoes(call -> {
            call.answer();
            call.gather(List.of("sound:vm-goodbye"), GatherRules.oneKey(Duration.ofSeconds(20)));
            return call.hangUp(16);
        });
        bob.transfer(atBob, "500");
        bob.awaitCall(SOON, "the end", call -> call.id().equals(atBob.id()) && !call.isOpen());
        Awaitility.await().atMost(SOON).until(() -> pbx.ari().channels().size() == 1);
        alice.hangUp(talking(alice));
        var record = record();
        assertThat(record.disposition()).isEqualTo(Disposition.ANSWERED);
        assertThat(record.calleeExtension()).isEqualTo("102");
        assertThat(record.legs().getLast().events()).filteredOn(event -> event.kind() == LegEventKind.TRANSFERRED)
                .extracting(LegEvent::detail).containsExactly("500");
        assertThat(record.legs().getFirst().endedAt()).isAfter(record.legs().getLast().endedAt());
    }
}
