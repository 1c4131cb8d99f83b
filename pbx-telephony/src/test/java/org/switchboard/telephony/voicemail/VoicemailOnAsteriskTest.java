package org.switchboard.telephony.voicemail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.UnsupportedAudioFileException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;
import org.switchboard.local.LocalStack;
import org.switchboard.local.phone.BaresipPhone;
import org.switchboard.local.phone.Ear;
import org.switchboard.local.phone.PhoneCall;
import org.switchboard.local.phone.PhoneSettings;
import org.switchboard.local.phone.SipAccount;
import org.switchboard.local.phone.SipMessage;
import org.switchboard.local.phone.Sound;
import org.switchboard.local.process.Await;
import org.switchboard.telephony.ami.AmiConfig;
import org.switchboard.telephony.ami.MessageLamps;

/** Voicemail as Asterisk alone does it: no portal and no engine in this test, but what keeps lamps true where it is said. */
@Timeout(60)
final class VoicemailOnAsteriskTest {

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final Duration LAMP = Duration.ofSeconds(2);
    private static final Ear.Mark BEGIN = new Ear.Mark(Map.of());
    private static final int ALICES_VOICE = 620;
    private static final int BOBS_VOICE = 1330;

    @TempDir
    private static Path folder;
    private static LocalStack stack;

    private final List<BaresipPhone> phones = new ArrayList<>();

    @BeforeAll
    static void start() {
        stack = LocalStack.start(folder.resolve("data"));
    }

    @AfterAll
    static void stop() throws IOException {
        // Voicemail complains in the log of whatever it cannot read or write.
        assertThat(Files.readAllLines(stack.asterisk().messagesLog())).noneMatch(line -> line.contains("voicemail") || line.contains("odbc"));
        stack.close();
    }

    @AfterEach
    void hangUp() {
        phones.forEach(BaresipPhone::close);
    }

    @Test
    void given_a_declined_call_when_the_caller_speaks_then_the_message_is_heard_back_and_the_lamp_follows() {
        var company = new VoicemailCompany(stack, "declined");
        var alice = phone("alice", company.extension("101", "Alice"), ALICES_VOICE);
        SipAccount bobs = company.extension("102", "Bob");
        company.boxOf("102");
        var bob = phone("bob", bobs, BOBS_VOICE);

        var call = dial(alice, "102");
        bob.hangUp(bob.awaitCall(SOON, "ringing", ringing -> !ringing.outgoing() && ringing.isOpen()));
        Instant left = leavesMessage(alice, call);

        assertThat(lampAfter(left, bob, "yes")).as("lamp on").isLessThan(LAMP);
        Sound stored = sound(company.recording("102"));
        assertThat(stored.seconds()).isGreaterThan(2);
        assertThat(stored.partWithTone(ALICES_VOICE)).as("her voice in the stored sound").isGreaterThan(0.8);
        assertThat(stored.rate()).isEqualTo(8000);

        var listening = dial(bob, "*97");
        hearsWords(bob);
        bob.press(listening, "1");
        assertThat(Await.until(Duration.ofSeconds(25), () -> bob.ear().since(BEGIN).stream()
                .anyMatch(heard -> heard.last(1).partWithTone(ALICES_VOICE) > 0.8))).as("hears her voice").isTrue();
        bob.press(listening, "7");
        hearsWordsAfter(bob, ALICES_VOICE);
        Instant ended = Instant.now();
        bob.hangUp(listening);

        assertThat(lampAfter(ended, bob, "no")).as("lamp off").isLessThan(LAMP);
        assertThat(company.count("102", "INBOX") + company.count("102", "Old")).isZero();
    }

    @Test
    void given_no_phone_at_all_when_called_then_the_message_lands_in_the_own_companys_box_only() {
        var company = new VoicemailCompany(stack, "phoneless");
        var other = new VoicemailCompany(stack, "phoneless-other");
        var alice = phone("alice", company.extension("101", "Alice"), ALICES_VOICE);
        company.extension("102", "Bob");
        company.boxOf("102");
        other.extension("101", "Their Alice");
        SipAccount theirBobs = other.extension("102", "Their Bob");
        other.boxOf("102");
        var theirBob = phone("their-bob", theirBobs, BOBS_VOICE);

        leavesMessage(alice, dial(alice, "102"));

        assertThat(Await.until(SOON, () -> company.count("102", "INBOX") == 1)).isTrue();
        assertThat(other.count("102", "INBOX")).isZero();
        assertThat(theirBob.messages()).noneMatch(lamp("yes"));
        assertThat(company.owner().sql("select distinct tenant_id from voicemail_message where mailboxcontext = :id").param("id", company.id().toString())
                .query(UUID.class).list()).containsExactly(company.id());
    }

    @Test
    void given_a_full_box_when_called_then_the_caller_is_told_and_nothing_is_recorded() {
        var company = new VoicemailCompany(stack, "full");
        var alice = phone("alice", company.extension("101", "Alice"), ALICES_VOICE);
        company.extension("102", "Bob");
        company.boxOf("102");
        company.owner().sql("update voicemail_box set max_messages = 1 where tenant_id = :id").param("id", company.id()).update();
        company.message("102", 0);

        var call = dial(alice, "102");
        hearsWords(alice);
        alice.awaitCall(Duration.ofSeconds(15), "the end", c -> c.id().equals(call.id()) && !c.isOpen());

        assertThat(company.count("102", "INBOX")).isEqualTo(1);
    }

    @Test
    void given_a_greeting_of_ones_own_when_called_then_it_is_what_the_caller_hears() {
        var company = new VoicemailCompany(stack, "greets");
        var alice = phone("alice", company.extension("101", "Alice"), ALICES_VOICE);
        company.extension("102", "Bob");
        company.boxOf("102");
        company.greeting("102", stack.layout().asterisk().resolve("spool/voicemail"), Tones.wav(BOBS_VOICE, 2));

        var call = dial(alice, "102");

        assertThat(Await.until(SOON, () -> alice.ear().since(BEGIN).stream().anyMatch(heard -> heard.last(1).partWithTone(BOBS_VOICE) > 0.8)))
                .as("hears the greeting").isTrue();
        alice.hangUp(call);
    }

    @Test
    void given_changes_in_the_portal_when_a_message_is_marked_or_another_box_watched_then_lamps_follow_within_two_seconds() {
        var company = new VoicemailCompany(stack, "lamps");
        SipAccount bobs = company.extension("102", "Bob");
        company.boxOf("102");
        company.message("102", 0);
        var bob = phone("bob", bobs, BOBS_VOICE);
        var lamps = new MessageLamps(new AmiConfig("127.0.0.1", stack.settings().amiPort(), "pbx", stack.secrets().ami()), Clock.systemUTC());
        lamps.start();
        try (lamps; var listener = new VoicemailListener(engineDatabase(), List.of(new VoicemailLamps(lamps)))) {
            listener.start();
            bob.awaitMessage(SOON, "lamp on", lamp("yes"));

            Instant marked = Instant.now();
            company.owner().sql("""
                    update voicemail_message set dir = regexp_replace(dir, 'INBOX$', 'Old') where tenant_id = :id""").param("id", company.id()).update();
            assertThat(lampAfter(marked, bob, "no")).as("lamp after marking heard").isLessThan(LAMP);

            company.sharedBox("200", "102");
            Instant arrived = Instant.now();
            company.message("200", 0);
            assertThat(lampAfter(arrived, bob, "yes")).as("lamp of a box newly watched, after two changes of lists at once").isLessThan(Duration.ofSeconds(7));
            Instant gone = Instant.now();
            company.owner().sql("delete from voicemail_message where tenant_id = :id").param("id", company.id()).update();
            assertThat(lampAfter(gone, bob, "no")).as("lamp after deleting").isLessThan(LAMP);
        }
    }

    /** Skips greeting and instructions, speaks a while after the beep, and hangs up. */
    private Instant leavesMessage(BaresipPhone caller, PhoneCall call) {
        hearsWords(caller);
        var mark = caller.ear().mark();
        caller.press(call, "#");
        assertThat(Await.until(SOON, () -> caller.ear().since(mark).stream().anyMatch(heard -> heard.seconds() > 4))).as("time to speak").isTrue();
        Instant end = Instant.now();
        caller.hangUp(call);
        return end;
    }

    private static void hearsWords(BaresipPhone phone) {
        assertThat(Await.until(SOON, () -> phone.ear().since(BEGIN).stream().anyMatch(heard -> heard.last(0.4).partWithSound() > 0.7)))
                .as("hears words").isTrue();
    }

    private static void hearsWordsAfter(BaresipPhone phone, int tone) {
        assertThat(Await.until(SOON, () -> phone.ear().since(BEGIN).stream()
                .anyMatch(heard -> heard.last(0.4).partWithSound() > 0.7 && heard.last(0.4).partWithTone(tone) < 0.3))).as("hears words again").isTrue();
    }

    private static Duration lampAfter(Instant moment, BaresipPhone phone, String waiting) {
        var lamp = phone.awaitMessage(Duration.ofSeconds(15), "lamp " + waiting, message -> lamp(waiting).test(message) && message.at().isAfter(moment));
        var after = Duration.between(moment, lamp.at());
        System.out.println("voicemail: lamp " + waiting + " after " + after.toMillis() + " ms");
        return after;
    }

    private static Predicate<SipMessage> lamp(String waiting) {
        return message -> message.isRequest("NOTIFY") && message.text().contains("Messages-Waiting: " + waiting);
    }

    private static PhoneCall dial(BaresipPhone phone, String number) {
        phone.dial(number);
        return phone.awaitCall(SOON, "a call", call -> call.outgoing() && call.isOpen());
    }

    private static PGSimpleDataSource engineDatabase() {
        var database = new PGSimpleDataSource();
        database.setUrl(stack.jdbcUrl());
        database.setUser("pbx_engine");
        database.setPassword(stack.secrets().databaseEngine());
        return database;
    }

    private BaresipPhone phone(String name, SipAccount account, int voice) {
        var phone = BaresipPhone.start(PhoneSettings.plain(name + account.username(), account, voice), folder, Clock.systemUTC());
        phones.add(phone);
        phone.register();
        phone.awaitEvent(SOON, "registered", event -> event.type().equals("REGISTER_OK"));
        return phone;
    }

    private static Sound sound(byte[] wav) {
        try (AudioInputStream audio = AudioSystem.getAudioInputStream(new ByteArrayInputStream(wav))) {
            byte[] bytes = audio.readAllBytes();
            var samples = new float[bytes.length / 2];
            for (int i = 0; i < samples.length; i++) {
                samples[i] = (short) (bytes[2 * i] & 0xff | bytes[2 * i + 1] << 8) / 32768f;
            }
            return new Sound(samples, (int) audio.getFormat().getSampleRate());
        } catch (UnsupportedAudioFileException | IOException e) {
            throw new AssertionError("not the WAV file that a browser plays", e);
        }
    }
}
