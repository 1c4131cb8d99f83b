package org.switchboard.local.phone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.switchboard.local.LocalStack;
import org.switchboard.local.bench.DeviceFleet;
import org.switchboard.local.process.Await;

/** Phones against a real Asterisk, with one line of dialplan instead of our engine. */
final class BaresipPhoneTest {

    private static final Duration SOON = Duration.ofSeconds(20);

    @TempDir
    private static Path folder;
    private static LocalStack stack;
    private static DeviceFleet fleet;

    @BeforeAll
    static void startStack() {
        stack = LocalStack.start(folder.resolve("data"));
        fleet = DeviceFleet.insert(stack, "phones", 2);
        stack.asterisk().cli("dialplan add extension _direct-.,1,Dial(PJSIP/${EXTEN:7},20) into from-device");
    }

    @AfterAll
    static void stopStack() {
        stack.close();
    }

    @Test
    void given_two_phones_when_one_calls_the_other_then_each_hears_the_other() {
        try (var alice = phone("alice", 0, 440); var bob = phone("bob", 1, 1000)) {
            registered(alice);
            registered(bob);

            alice.dial("direct-" + fleet.username(1));
            var rings = bob.awaitCall(SOON, "a call", call -> call.state() == PhoneCall.State.RINGING);
            bob.answer(rings);
            var talks = alice.awaitCall(SOON, "an answer", call -> call.state() == PhoneCall.State.TALKING);

            var aliceMark = alice.ear().mark();
            var bobMark = bob.ear().mark();
            assertThat(hears(alice, aliceMark, 1000)).isTrue();
            assertThat(hears(bob, bobMark, 440)).isTrue();

            alice.press(talks, "7");
            bob.awaitEvent(SOON, "the digit 7",
                    event -> event.type().equals("CALL_DTMF_START") && event.parameter().equals("7"));
            alice.hangUp(talks);
            var ended = bob.awaitCall(SOON, "the end", call -> !call.isOpen());
            assertThat(ended.answeredAt()).isNotNull();
            assertThat(bob.messages()).anyMatch(message -> message.isRequest("BYE") && !message.sent());
        }
    }

    @Test
    void given_a_wrong_secret_when_a_phone_registers_then_it_is_refused() {
        var account = account(0).withPassword("wrong");
        try (var phone = BaresipPhone.start(PhoneSettings.plain("mallory", account, 500), folder, Clock.systemUTC())) {
            phone.register();

            var refused = phone.awaitEvent(SOON, "a refusal", event -> event.type().equals("REGISTER_FAIL"));

            assertThat(refused.parameter()).startsWith("401");
        }
    }

    @Test
    void given_nothing_happens_when_a_phone_waits_then_it_says_what_it_waited_for() {
        try (var phone = phone("idle", 0, 500)) {
            assertThatThrownBy(() -> phone.awaitCall(Duration.ofMillis(50), "a call that never comes", _ -> true))
                    .isInstanceOf(AssertionError.class).hasMessageContaining("a call that never comes");
        }
    }

    private static BaresipPhone phone(String name, int index, int hertz) {
        return BaresipPhone.start(PhoneSettings.plain(name, account(index), hertz), folder, Clock.systemUTC());
    }

    private static SipAccount account(int index) {
        return new SipAccount(fleet.username(index), fleet.password(index), "127.0.0.1", stack.settings().sipPort());
    }

    private static void registered(BaresipPhone phone) {
        phone.register();
        phone.awaitEvent(SOON, "registration", event -> event.type().equals("REGISTER_OK"));
    }

    private static boolean hears(BaresipPhone phone, Ear.Mark mark, int hertz) {
        return Await.until(SOON, () -> phone.ear().since(mark).stream()
                .anyMatch(sound -> sound.seconds() > 0.5 && sound.partWithTone(hertz) > 0.8));
    }
}
