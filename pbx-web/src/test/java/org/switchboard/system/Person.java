package org.switchboard.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.switchboard.local.phone.BaresipPhone;
import org.switchboard.local.phone.PhoneCall;
import org.switchboard.local.phone.SipMessage;
import org.switchboard.local.phone.Sound;
import org.switchboard.local.process.Await;

/**
 * Somebody at a telephone, in the words of who describes a call. What is expected must come within a few seconds;
 * otherwise the test fails with all that the phone saw.
 */
final class Person {

    /** Spent only where something never comes; a loaded machine may take long. */
    static final Duration SOON = Duration.ofSeconds(20);
    private static final Duration LISTENING = Duration.ofSeconds(20);
    /** So long must nothing be heard to be sure that nothing is sent; a packet comes every 20 ms. */
    private static final Duration SILENCE = Duration.ofMillis(700);
    private static final double ENOUGH_SECONDS = 0.6;

    private final BaresipPhone phone;
    private final Set<String> known = new HashSet<>();
    private String current = "";

    Person(BaresipPhone phone) {
        this.phone = phone;
    }

    BaresipPhone phone() {
        return phone;
    }

    /** The call that was last made or taken, as it stands now. */
    PhoneCall call() {
        return phone.calls().stream().filter(call -> call.id().equals(current)).findFirst()
                .orElseThrow(() -> new AssertionError(name() + " has no call"));
    }

    Person registers() {
        phone.register();
        phone.awaitEvent(SOON, "registration", event -> event.type().equals("REGISTER_OK"));
        return this;
    }

    /** Registers, and tries again until it is let in: what an admin saves is in force a moment later. */
    Person registersWithin(Duration limit) {
        assertThat(Await.until(limit, this::isLetIn)).as(name() + " is registered within " + limit).isTrue();
        return this;
    }

    private boolean isLetIn() {
        int before = phone.events().size();
        phone.register();
        var answer = phone.awaitEvent(SOON, "an answer to a registration", event -> event.type().matches("REGISTER_(OK|FAIL)")
                && phone.events().indexOf(event) >= before);
        return answer.type().equals("REGISTER_OK");
    }

    Person isRefusedRegistration() {
        phone.register();
        phone.awaitEvent(SOON, "a refused registration", event -> event.type().equals("REGISTER_FAIL"));
        return this;
    }

    Person calls(String number) {
        phone.calls().forEach(call -> known.add(call.id()));
        phone.dial(number);
        var call = phone.awaitCall(SOON, "a sign of the call to " + number, c -> c.outgoing() && !known.contains(c.id()));
        known.add(call.id());
        current = call.id();
        return this;
    }

    Person rings() {
        var call = phone.awaitCall(SOON, "a call", c -> !c.outgoing() && c.isOpen() && !known.contains(c.id()));
        known.add(call.id());
        current = call.id();
        return this;
    }

    /** Rings, and shows who calls. */
    Person ringsFrom(String number, String name) {
        rings();
        assertThat(call().peerNumber()).as("the number that " + name() + "'s phone shows").isEqualTo(number);
        assertThat(call().peerName()).as("the name that " + name() + "'s phone shows").isEqualTo(name);
        return this;
    }

    Person doesNotRing() {
        boolean rang = Await.until(SILENCE, () -> phone.calls().stream()
                .anyMatch(c -> !c.outgoing() && !known.contains(c.id())));
        assertThat(rang).as(name() + "'s phone rings").isFalse();
        return this;
    }

    Person hearsRinging() {
        phone.awaitCall(SOON, "ringing", c -> c.id().equals(current) && c.state() == PhoneCall.State.RINGING);
        return this;
    }

    Person answers() {
        phone.answer(call());
        return talks();
    }

    Person talks() {
        phone.awaitCall(SOON, "an answered call", c -> c.id().equals(current) && c.state() == PhoneCall.State.TALKING);
        return this;
    }

    Person hangsUp() {
        phone.hangUp(call());
        return isFree();
    }

    /** Refuses a ringing call: the phone says busy. */
    Person refuses() {
        return hangsUp();
    }

    /** The call ended, whoever ended it. */
    Person isFree() {
        return isFreeWithin(SOON);
    }

    Person isFreeWithin(Duration limit) {
        phone.awaitCall(limit, "the call's end", c -> c.id().equals(current) && !c.isOpen());
        return this;
    }

    /** The phone shows the call's failure by this SIP code. */
    Person isTold(int status) {
        isFreeWithin(Duration.ofSeconds(30));
        sees("the code " + status, m -> !m.sent() && m.concerns("INVITE") && m.status().filter(s -> s == status).isPresent());
        return this;
    }

    /** Puts the call on hold; Asterisk agrees to send nothing meanwhile. */
    Person holds() {
        phone.hold(call());
        sees("that nothing will be sent", m -> isAnswer(m) && m.text().contains("a=recvonly"));
        return this;
    }

    /** Takes the call back; Asterisk agrees to send again. */
    Person resumes() {
        long before = answers("a=sendrecv");
        phone.resume(call());
        assertThat(Await.until(SOON, () -> answers("a=sendrecv") > before)).as("sound will be sent again").isTrue();
        return this;
    }

    Person presses(String digits) {
        phone.press(call(), digits);
        return this;
    }

    Person receivesDigits(String digits) {
        phone.awaitEvent(SOON, "the digits " + digits, _ -> phone.events().stream()
                .filter(e -> e.type().equals("CALL_DTMF_START")).map(e -> e.parameter())
                .reduce("", String::concat).contains(digits));
        return this;
    }

    Person transfersTo(String number) {
        phone.transfer(call(), number);
        return this;
    }

    /** Joins the two calls: the first one's other end talks with the second one's. */
    Person joins(PhoneCall first, PhoneCall second) {
        phone.transfer(first, second);
        return this;
    }

    /** Goes back to another of this phone's calls. */
    Person turnsTo(PhoneCall call) {
        current = call.id();
        return this;
    }

    Person hears(Person other) {
        return hearsTone(other.phone.settings().toneHz(), LISTENING);
    }

    /** Hears a tone of this pitch, whoever sings it. */
    Person hearsTone(int hertz) {
        return hearsTone(hertz, LISTENING);
    }

    Person hearsItselfWithin(int seconds) {
        return hearsTone(phone.settings().toneHz(), Duration.ofSeconds(seconds));
    }

    Person hearsMusicAndNot(Person other) {
        return hears("music", LISTENING, sound -> sound.last(1).partWithSound() > 0.7
                && sound.last(1).partWithTone(other.phone.settings().toneHz()) < 0.2);
    }

    /** A voice: sound with pauses and no steady tone. */
    Person hearsWords() {
        return hears("words", LISTENING, sound -> sound.partWithSound() > 0.3
                && sound.partWithTone(phone.settings().toneHz()) < 0.2);
    }

    Person doesNotHear(Person other) {
        var mark = phone.ear().mark();
        boolean heard = Await.until(SILENCE, () -> phone.ear().since(mark).stream()
                .anyMatch(s -> s.partWithTone(other.phone.settings().toneHz()) > 0.5 && s.seconds() > 0.3));
        assertThat(heard).as(name() + " hears " + other.name()).isFalse();
        return this;
    }

    /** A message on the wire of the current call. */
    SipMessage sees(String what, Predicate<SipMessage> wanted) {
        return phone.awaitMessage(SOON, what, m -> m.callId().equals(current) && wanted.test(m));
    }

    /** When the phone's current call was answered, by the phone's own clock. */
    Instant answeredAt() {
        return call().answeredAt();
    }

    String name() {
        return phone.settings().name();
    }

    void close() {
        phone.close();
    }

    private long answers(String direction) {
        return phone.messages().stream()
                .filter(m -> m.callId().equals(current) && isAnswer(m) && m.text().contains(direction)).count();
    }

    private static boolean isAnswer(SipMessage message) {
        return !message.sent() && message.concerns("INVITE") && message.status().filter(s -> s == 200).isPresent();
    }

    private Person hearsTone(int hertz, Duration limit) {
        return hears("a tone of " + hertz + " Hz", limit,
                sound -> sound.last(ENOUGH_SECONDS).partWithTone(hertz) > 0.8);
    }

    private Person hears(String what, Duration limit, Predicate<Sound> wanted) {
        var mark = phone.ear().mark();
        boolean heard = Await.until(limit, () -> phone.ear().since(mark).stream()
                .anyMatch(sound -> sound.seconds() >= ENOUGH_SECONDS && wanted.test(sound)));
        assertThat(heard).as(name() + " hears " + what + "; heard: " + describe(phone.ear().since(mark))).isTrue();
        return this;
    }

    private static List<String> describe(List<Sound> sounds) {
        return sounds.stream().map(s -> "%.2f s, loudness %.4f, %.0f %% with sound".formatted(s.seconds(), s.loudness(),
                100 * s.partWithSound())).toList();
    }
}
