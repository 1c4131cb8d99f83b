package org.switchboard.telephony.cdr;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.switchboard.local.phone.BaresipPhone;
import org.switchboard.local.phone.PhoneCall;
import org.switchboard.telephony.live.LiveCall;
import org.switchboard.telephony.live.LiveCallState;
import org.switchboard.telephony.live.LiveChange;
import org.switchboard.telephony.live.Subscription;
import org.switchboard.telephony.tenant.TenantScope;

/** Real calls between real phones, and what the history says of them a second later. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RealRecordsTest {

    private static final Duration SOON = Duration.ofSeconds(20);

    private RecordingPbx pbx;
    private UUID acme;
    private UUID other;
    private BaresipPhone alice;
    private BaresipPhone bob;
    private BaresipPhone carolDesk;
    private BaresipPhone carolHome;

    @BeforeAll
    void startAll(@TempDir Path folder) {
        pbx = new RecordingPbx(folder);
        acme = pbx.databases().tenant("acme");
        other = pbx.databases().tenant("other");
        alice = pbx.phone(acme, "101", "Alice Park", "desk");
        bob = pbx.phone(acme, "102", "Bob <script>Kim", "desk");
        carolDesk = pbx.phone(acme, "103", "Carol", "desk");
        carolHome = pbx.phone(acme, "103", "Carol", "home");
        pbx.databases().owner("insert into extension (tenant_id, number, name) values (?, '104', 'Nobody')", acme);
        pbx.startEngine();
    }

    @AfterAll
    void stopAll() throws Exception {
        String keep = System.getProperty("keep.spool", "");
        if (!keep.isEmpty()) {
            Files.copy(pbx.stack().layout().spool().resolve("cel.csv"), Path.of(keep).resolve("cel.csv"));
            Files.copy(pbx.stack().layout().spool().resolve("steps.jsonl"), Path.of(keep).resolve("steps.jsonl"));
        }
        pbx.close();
    }

    @Test
    void given_a_call_that_was_answered_when_it_ended_then_the_history_has_it_with_both_legs() {
        PhoneCall call = talk(alice, "102", bob);
        bob.hold(bob.awaitCall(SOON, "talking", PhoneCall::isOpen));
        Awaitility.await().atMost(SOON).until(() -> pbx.live().of(acme).stream().anyMatch(live -> live.state().value().equals("held")));
        bob.resume(bob.awaitCall(SOON, "talking", PhoneCall::isOpen));
        Awaitility.await().atMost(SOON).until(() -> pbx.live().of(acme).stream().anyMatch(live -> live.state().value().equals("talking")));
        UUID liveId = pbx.live().of(acme).getFirst().id();
        assertThat(pbx.live().of(other)).isEmpty();
        alice.hangUp(call);
        PastCall past = awaitCall("102", "101", one -> one.id().equals(liveId));
        assertThat(past.disposition()).isEqualTo(Disposition.ANSWERED);
        assertThat(past.callerName()).isEqualTo("Alice Park");
        assertThat(past.calleeName()).isEqualTo("Bob <script>Kim");
        assertThat(past.legs()).extracting(PastLeg::number).containsExactly("101", "102");
        assertThat(past.legs()).extracting(PastLeg::deviceName).containsExactly("desk", "desk");
        assertThat(past.legs().getLast().events()).extracting(LegEvent::kind).contains(LegEventKind.RANG, LegEventKind.ANSWERED,
                LegEventKind.TALKING, LegEventKind.HUNG_UP);
        assertThat(past.steps()).extracting(RecordedStep::kind).contains("route");
        assertThat(TenantScope.tenant(other, "test").call(() -> pbx.history().find(past.id()))).isEmpty();
        assertThat(TenantScope.nobody().call(() -> pbx.history().find(past.id()))).isEmpty();
    }

    @Test
    void given_two_devices_when_one_answers_then_the_other_missed_nothing() {
        PhoneCall call = talk(alice, "103", carolHome);
        alice.hangUp(call);
        PastCall past = awaitCall("103", "101", one -> true);
        assertThat(past.legs()).hasSize(3).filteredOn(leg -> "home".equals(leg.deviceName())).extracting(PastLeg::outcome)
                .containsExactly(LegOutcome.ANSWERED);
        assertThat(past.legs()).filteredOn(leg -> "desk".equals(leg.deviceName()) && leg.role() == LegRole.CALLEE)
                .extracting(PastLeg::outcome).containsExactly(LegOutcome.ANSWERED_ELSEWHERE);
    }

    @Test
    void given_calls_that_nobody_answered_when_they_ended_then_each_says_why() {
        bob.dial("199");
        assertThat(awaitCall("199", null, call -> true).disposition()).isEqualTo(Disposition.UNKNOWN_NUMBER);
        carolDesk.dial("101");
        PhoneCall ringing = alice.awaitCall(SOON, "ringing", call -> call.isOpen() && !call.outgoing());
        alice.hangUp(ringing);
        assertThat(awaitCall("101", "103", call -> call.disposition() != Disposition.ANSWERED).disposition()).isEqualTo(Disposition.BUSY);
        bob.dial("101");
        PhoneCall second = alice.awaitCall(SOON, "ringing", call -> call.isOpen() && !call.outgoing());
        bob.hangUp(bob.awaitCall(SOON, "ringing", PhoneCall::isOpen));
        alice.awaitCall(SOON, "the end", call -> call.id().equals(second.id()) && !call.isOpen());
        PastCall cancelled = awaitCall("101", "102", call -> call.disposition() != Disposition.ANSWERED);
        assertThat(cancelled.disposition()).isEqualTo(Disposition.CANCELLED);
        assertThat(cancelled.legs().getLast().outcome()).isEqualTo(LegOutcome.CANCELLED);
        carolHome.dial("104");
        assertThat(awaitCall("104", "103", call -> call.disposition() != Disposition.UNKNOWN_NUMBER).disposition())
                .isEqualTo(Disposition.NOT_REGISTERED);
        carolHome.dial("*43");
        carolHome.hangUp(carolHome.awaitCall(SOON, "echo", call -> call.state() == PhoneCall.State.TALKING));
        PastCall echo = awaitCall("*43", "103", call -> true);
        assertThat(echo.disposition()).isEqualTo(Disposition.ANSWERED);
        assertThat(echo.calleeExtension()).isNull();
    }

    @Test
    void given_watchers_when_a_call_is_answered_then_they_see_it_in_well_under_half_a_second() {
        List<Instant> seen = new CopyOnWriteArrayList<>();
        try (Subscription watching = pbx.live().subscribe(acme, change -> {
            if (change instanceof LiveChange.Updated(LiveCall call) && call.state() == LiveCallState.TALKING) {
                seen.add(Instant.now());
            }
        })) {
            PhoneCall call = talk(carolDesk, "102", bob);
            Awaitility.await().pollInterval(Duration.ofMillis(10)).atMost(SOON).until(() -> !seen.isEmpty());
            assertThat(Duration.between(call.answeredAt(), seen.getFirst())).isLessThan(Duration.ofMillis(300));
            carolDesk.hangUp(call);
            Instant hungUp = Instant.now();
            awaitCall("102", "103", past -> past.legs().size() == 2);
            assertThat(Duration.between(hungUp, Instant.now())).as("time until it is in the history").isLessThan(Duration.ofMillis(1500));
        }
    }

    @Test
    void given_phones_when_they_register_talk_and_leave_then_their_states_are_known() {
        BaresipPhone dave = pbx.phone(acme, "105", "Dave", "desk");
        String device = dave.settings().account().username();
        Awaitility.await().atMost(SOON).until(() -> pbx.devices().of(device).registered());
        assertThat(pbx.devices().of(alice.settings().account().username()).registered()).as("registered before the engine came").isTrue();
        dave.dial("*43");
        Awaitility.await().atMost(SOON).until(() -> pbx.devices().of(device).onCall());
        dave.hangUp(dave.awaitCall(SOON, "echo", call -> call.state() == PhoneCall.State.TALKING));
        Awaitility.await().atMost(SOON).until(() -> !pbx.devices().of(device).onCall());
        dave.unregister();
        Awaitility.await().atMost(SOON).until(() -> !pbx.devices().of(device).registered());
    }

    @Test
    void given_a_blind_transfer_when_all_hung_up_then_one_record_tells_who_talked_to_whom() {
        talk(carolDesk, "102", bob);
        bob.transfer(bob.awaitCall(SOON, "talking", PhoneCall::isOpen), "101");
        PhoneCall atAlice = alice.awaitCall(SOON, "the transferred call", call -> call.isOpen() && !call.outgoing());
        alice.answer(atAlice);
        alice.awaitCall(SOON, "talking", call -> call.id().equals(atAlice.id()) && call.state() == PhoneCall.State.TALKING);
        alice.hangUp(atAlice);
        PastCall past = awaitCall("102", "103", call -> call.legs().size() == 3);
        assertThat(past.legs()).extracting(PastLeg::number).containsExactly("103", "102", "101");
        assertThat(past.legs()).extracting(PastLeg::outcome).containsOnly(LegOutcome.ANSWERED);
        assertThat(past.legs().get(1).events()).filteredOn(event -> event.kind() == LegEventKind.TRANSFERRED)
                .extracting(LegEvent::detail).containsExactly("101");
        assertThat(past.legs().get(0).events()).filteredOn(event -> event.kind() == LegEventKind.TALKING)
                .extracting(LegEvent::detail).containsExactly("102 Bob <script>Kim", "101 Alice Park");
    }

    @Test
    void given_an_attended_transfer_when_all_hung_up_then_both_calls_are_true() {
        talk(carolHome, "101", alice);
        PhoneCall first = alice.awaitCall(SOON, "talking", PhoneCall::isOpen);
        alice.hold(first);
        PhoneCall consultation = talk(alice, "102", bob);
        alice.transfer(first, consultation);
        alice.awaitCall(SOON, "the end", call -> call.id().equals(first.id()) && !call.isOpen());
        PhoneCall atBob = bob.awaitCall(SOON, "talking", PhoneCall::isOpen);
        bob.hangUp(atBob);
        PastCall consulted = awaitCall("102", "101", call -> call.legs().getLast().hangupCause() == null);
        assertThat(consulted.disposition()).isEqualTo(Disposition.ANSWERED);
        PastCall main = awaitCall("101", "103", call -> call.legs().size() > 2);
        assertThat(main.legs()).extracting(PastLeg::number).contains("103", "101", "102");
        assertThat(main.legs().getFirst().events()).filteredOn(event -> event.kind() == LegEventKind.TALKING)
                .extracting(LegEvent::detail).contains("101 Alice Park", "102 Bob <script>Kim");
    }

    @Test
    void given_the_engine_is_away_when_phones_call_then_the_history_has_the_call() {
        pbx.stopEngine();
        try {
            PhoneCall call = talk(bob, "101", alice);
            bob.hangUp(call);
            PastCall past = awaitCall("101", "102", one -> one.disposition() != Disposition.CANCELLED);
            assertThat(past.disposition()).isEqualTo(Disposition.ANSWERED);
            assertThat(past.steps()).isEmpty();
        } finally {
            pbx.startEngine();
        }
    }

    private PhoneCall talk(BaresipPhone caller, String number, BaresipPhone callee) {
        caller.dial(number);
        callee.answer(callee.awaitCall(SOON, "ringing", call -> call.state() == PhoneCall.State.RINGING && !call.outgoing()));
        return caller.awaitCall(SOON, "an answer", call -> call.outgoing() && call.state() == PhoneCall.State.TALKING);
    }

    /** The newest call to a number that fits; the time limit lets a spoken word end. */
    private PastCall awaitCall(String dialled, String caller, Predicate<PastCall> wanted) {
        return Awaitility.await().atMost(Duration.ofSeconds(12)).until(() -> calls(dialled, caller).filter(wanted).findFirst(),
                Optional::isPresent).orElseThrow();
    }

    private Stream<PastCall> calls(String dialled, String caller) {
        return TenantScope.tenant(acme, "test").call(() -> pbx.history().list(CallFilter.all().searching(dialled), null, 50)).items().stream()
                .filter(call -> call.calleeNumber().equals(dialled) && (caller == null || call.callerNumber().equals(caller)));
    }
}
