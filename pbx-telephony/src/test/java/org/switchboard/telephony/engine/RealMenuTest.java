package org.switchboard.telephony.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
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
import org.switchboard.local.phone.Latencies;
import org.switchboard.local.phone.PhoneCall;
import org.switchboard.local.phone.Sound;
import org.switchboard.telephony.ari.AriEvent;
import org.switchboard.telephony.call.GatherRules;
import org.switchboard.telephony.call.RecordRules;
import org.switchboard.telephony.call.Refusal;

/** Menus on the real Asterisk: what the caller hears, and how soon after a key. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RealMenuTest {

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final int KEYS = 50;
    private static final GatherRules ONE_KEY = GatherRules.oneKey(Duration.ofSeconds(20));
    private static final GatherRules SIX_KEYS = new GatherRules(_ -> false, 6, Duration.ofSeconds(20), Duration.ofSeconds(3), Optional.of('#'));

    private final List<String> typed = new CopyOnWriteArrayList<>();
    private HandMadePbx pbx;
    private BaresipPhone alice;
    private String low;
    private String high;

    @BeforeAll
    void startAll(@TempDir Path folder) {
        pbx = new HandMadePbx(folder);
        var acme = pbx.company("acme");
        acme.extension("101", "Alice");
        alice = pbx.phone("alice", acme.device("101", "desk"), 440);
        low = Tones.write(folder, 600, 20);
        high = Tones.write(folder, 1500, 20);
    }

    @AfterAll
    void stopAll() {
        pbx.close();
    }

    @AfterEach
    void nothingIsLeft() {
        alice.calls().stream().filter(PhoneCall::isOpen).forEach(alice::hangUp);
        pbx.awaitNothingLeft();
        typed.clear();
    }

    private PhoneCall dial() {
        var before = alice.calls().size();
        alice.dial("500");
        return alice.awaitCall(SOON, "an answer", call -> alice.calls().size() > before && call.state() == PhoneCall.State.TALKING);
    }

    private void hears(int hertz) {
        var mark = alice.ear().mark();
        Awaitility.await().atMost(SOON).pollInterval(Duration.ofMillis(20)).until(() -> alice.ear().since(mark).stream()
                .anyMatch(sound -> sound.seconds() > 0.2 && sound.last(0.2).partWithTone(hertz) > 0.9));
    }

    @Test
    void given_a_menu_when_a_key_is_pressed_then_the_next_prompt_is_heard_within_a_tenth_of_a_second() {
        pbx.eachCallDoes(call -> {
            call.answer();
            for (var i = 0; i <= KEYS; i++) {
                call.enter("menu/m" + i);
                typed.add(call.gather(List.of(i % 2 == 0 ? low : high), ONE_KEY));
            }
            return call.hangUp(16);
        });
        var talk = dial();
        hears(600);
        var starts = new ArrayList<Double>();
        var heard = new ArrayList<Double>();
        for (var i = 0; i < KEYS; i++) {
            var hertz = i % 2 == 0 ? 1500 : 600;
            var count = typed.size();
            var events = pbx.heard().size();
            var mark = alice.ear().mark();
            alice.press(talk, "5");
            Awaitility.await().atMost(SOON).pollInterval(Duration.ofMillis(2)).pollDelay(Duration.ZERO).until(() -> alice.ear().since(mark).stream()
                    .anyMatch(sound -> sound.seconds() > 0.04 && sound.last(0.04).loudness() > 0.05 && isTone(sound.last(0.02), hertz)));
            var heardAt = System.nanoTime();
            assertThat(typed).hasSize(count + 1);
            Awaitility.await().atMost(SOON).pollInterval(Duration.ofMillis(2)).until(() -> first(events, AriEvent.PlaybackStarted.class) > 0);
            var key = first(events, AriEvent.ChannelDtmfReceived.class);
            starts.add((first(events, AriEvent.PlaybackStarted.class) - key) / 1e6);
            heard.add((heardAt - key) / 1e6);
            hears(hertz);
        }
        var toStart = Latencies.of(starts.stream().mapToDouble(Double::doubleValue));
        var toHeard = Latencies.of(heard.stream().mapToDouble(Double::doubleValue));
        System.out.printf("key to next prompt, %d keys, p50 / p95 / p99 ms: started %s, heard %s%n", KEYS, toStart.summary(), toHeard.summary());
        assertThat(toHeard.percentile(95)).isLessThan(100);
    }

    /** Twenty milliseconds are enough to tell two far pitches apart. */
    private static boolean isTone(Sound sound, int hertz) {
        var crossings = 0;
        for (var i = 1; i < sound.samples().length; i++) {
            if (sound.samples()[i - 1] < 0 != sound.samples()[i] < 0) {
                crossings++;
            }
        }
        return Math.abs(crossings / 2.0 / sound.seconds() - hertz) < hertz * 0.15;
    }

    private long first(int from, Class<? extends AriEvent> type) {
        return pbx.heard().stream().skip(from).filter(heard -> type.isInstance(heard.event())).findFirst()
                .map(HandMadePbx.Heard::nanos).orElse(0L);
    }

    @Test
    void given_keys_before_they_are_asked_for_then_none_is_lost() {
        pbx.eachCallDoes(call -> {
            call.answer();
            call.play(List.of("sound:beep", "sound:vm-goodbye", "sound:vm-goodbye"));
            typed.add(call.gather(List.of(low), SIX_KEYS));
            return call.hangUp(16);
        });
        var talk = dial();
        alice.press(talk, "123456");
        alice.awaitCall(Duration.ofSeconds(15), "the end", call -> call.id().equals(talk.id()) && !call.isOpen());
        assertThat(typed).containsExactly("123456");
    }

    @Test
    void given_keys_pressed_in_one_go_through_several_menus_then_none_is_lost() {
        pbx.eachCallDoes(call -> {
            call.answer();
            var key = "";
            while (!key.equals("*")) {
                key = call.gather(List.of(low), ONE_KEY);
                typed.add(key);
            }
            return call.hangUp(16);
        });
        var talk = dial();
        alice.press(talk, "12345678901234567890*");
        alice.awaitCall(Duration.ofSeconds(15), "the end", call -> call.id().equals(talk.id()) && !call.isOpen());
        assertThat(String.join("", typed)).isEqualTo("12345678901234567890*");
    }

    @Test
    void given_a_recording_then_it_can_be_played_back() {
        pbx.eachCallDoes(call -> {
            call.answer();
            var recorded = call.record(new RecordRules("test/greeting", "wav", Duration.ofSeconds(20), Duration.ofSeconds(5), false));
            typed.add(Long.toString(recorded.length().toSeconds()));
            call.play(List.of("recording:test/greeting"));
            return call.hangUp(16);
        });
        var talk = dial();
        Awaitility.await().pollDelay(Duration.ofSeconds(2)).until(() -> true);
        alice.press(talk, "#");
        hears(440);
        assertThat(typed).hasSize(1);
        alice.awaitCall(Duration.ofSeconds(10), "the end", call -> call.id().equals(talk.id()) && !call.isOpen());
    }

    @Test
    void given_a_prompt_that_does_not_exist_then_the_call_goes_on() {
        pbx.eachCallDoes(call -> {
            call.answer();
            call.play(List.of("sound:no-such-sound", "sound:beep"));
            typed.add("after");
            call.play(List.of("sound:no-such-sound"));
            return call.hangUp(16);
        });
        var talk = dial();
        alice.awaitCall(SOON, "the end", call -> call.id().equals(talk.id()) && !call.isOpen());
        assertThat(typed).containsExactly("after");
    }

    @Test
    void given_an_engine_that_dies_while_it_plays_then_the_next_one_begins_the_step_anew() {
        pbx.eachCallDoes(call -> {
            var anew = call.position().isPresent();
            call.answer();
            call.enter("menu/main");
            typed.add(call.dialled() + call.gather(List.of(anew ? high : low), ONE_KEY));
            return call.hangUp(16);
        });
        var talk = dial();
        hears(600);
        pbx.killEngine();
        pbx.startEngine();
        pbx.takeUpWaiting();
        hears(1500);
        alice.press(talk, "3");
        alice.awaitCall(SOON, "the end", call -> call.id().equals(talk.id()) && !call.isOpen());
        Awaitility.await().atMost(SOON).until(() -> typed.contains("5003"));
    }

    @Test
    void given_a_caller_who_hangs_up_while_it_is_held_then_nothing_is_left() {
        pbx.eachCallDoes(call -> {
            call.answer();
            call.gather(List.of(low), ONE_KEY);
            return call.hangUp(16);
        });
        var talk = dial();
        hears(600);
        alice.hangUp(talk);
        pbx.awaitNothingLeft();
        pbx.eachCallDoes(call -> {
            call.answer();
            call.record(new RecordRules("test/cut", "wav", Duration.ofSeconds(20), Duration.ZERO, true));
            return call.hangUp(16);
        });
        alice.hangUp(dial());
        pbx.awaitNothingLeft();
    }

    @Test
    void given_a_refusal_with_words_of_our_own_then_they_are_heard_before_the_code() {
        pbx.eachCallDoes(call -> call.refuse(Refusal.FORBIDDEN_INTERNATIONAL, low.substring("sound:".length())));
        var mark = alice.ear().mark();
        alice.dial("00499");
        Awaitility.await().atMost(SOON).until(() -> alice.ear().since(mark).stream()
                .anyMatch(sound -> sound.seconds() > 0.2 && sound.last(0.2).partWithTone(600) > 0.9));
        assertThat(alice.calls()).noneMatch(call -> call.state() == PhoneCall.State.TALKING);
    }
}
