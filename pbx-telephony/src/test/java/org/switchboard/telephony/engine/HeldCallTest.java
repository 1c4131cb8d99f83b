package org.switchboard.telephony.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.switchboard.telephony.ari.AriClient;
import org.switchboard.telephony.ari.AriEvent;
import org.switchboard.telephony.ari.AriEventListener;
import org.switchboard.telephony.call.CallLimits;
import org.switchboard.telephony.call.CallParty;
import org.switchboard.telephony.call.CallPatience;
import org.switchboard.telephony.call.CallProgram;
import org.switchboard.telephony.call.CallRegistry;
import org.switchboard.telephony.call.CallTools;
import org.switchboard.telephony.call.Caller;
import org.switchboard.telephony.call.DeviceRef;
import org.switchboard.telephony.call.DialOut;
import org.switchboard.telephony.call.EndReason;
import org.switchboard.telephony.call.GatherRules;
import org.switchboard.telephony.call.RecordRules;
import org.switchboard.telephony.call.Refusal;
import org.switchboard.telephony.call.RingPlan;
import org.switchboard.telephony.call.Ringing;
import org.switchboard.telephony.call.ShownCaller;
import org.switchboard.telephony.call.TrunkRef;

/** What a call can do while we hold it and when it is handed over, in virtual time against a fake Asterisk that lives by itself. */
class HeldCallTest {

    private static final UUID TENANT = UUID.fromString("00000000-0000-7000-8000-000000000001");
    private static final String ALICE = "aliceaaaaaaaaaaa";
    private static final DeviceRef BOB = new DeviceRef("bobbbbbbbbbbbbbb");
    private static final TrunkRef TRUNK = new TrunkRef("trunkaaaaaaaaaaaaaaa");
    private static final String ID = "pbx-1.1";
    private static final GatherRules TWO_KEYS = new GatherRules(typed -> false, 2, Duration.ofSeconds(5), Duration.ofSeconds(2), Optional.of('#'));

    private final VirtualTime time = new VirtualTime(Instant.parse("2026-11-23T10:00:00Z"));
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final List<String> story = new ArrayList<>();
    private FakeWorld world = new FakeWorld() { };
    private final FakeAsterisk asterisk = new FakeAsterisk(time, new FakeWorld() {
        @Override
        public void plays(String channelId, List<String> media) {
            world.plays(channelId, media);
        }

        @Override
        public Fate handedOver(String channelId, String context, String exten, Map<String, String> variables) {
            return world.handedOver(channelId, context, exten, variables);
        }
    });
    private final AriClient ari = new AriClient(asterisk);
    private CallRegistry calls = registry();

    private CallRegistry registry() {
        return new CallRegistry(new CallTools(ari, time, _ -> { }, CallPatience.USUAL, time), CallLimits.USUAL, meters);
    }

    /** Runs one call by a program until everything is over. */
    private void run(CallProgram program) {
        listen(program);
        asterisk.calls(Duration.ZERO, ID, ALICE, "500", "101");
        time.run(Duration.ofHours(3));
        assertThat(calls.inHand()).isZero();
        assertThat(asterisk.violations()).isEmpty();
        assertThat(asterisk.leftovers()).isEmpty();
    }

    private void listen(CallProgram program) {
        var registry = calls;
        asterisk.tell(new Ear(event -> {
            if (event instanceof AriEvent.StasisStart start) {
                var party = new CallParty(TENANT, new Caller.Inside(new DeviceRef(ALICE), "101"));
                registry.arrived(start.channel(), start.args(), party, false, program);
            } else {
                registry.heard(event);
            }
        }), new Ear(event -> {
            if (event instanceof AriEvent.ChannelDestroyed destroyed) {
                registry.gone(destroyed.channel().id());
            } else if (event instanceof AriEvent.Dial dial) {
                registry.answered(dial.caller().id());
            }
        }));
    }

    private void tell(String text) {
        story.add((time.instant().toEpochMilli() - Instant.parse("2026-11-23T10:00:00Z").toEpochMilli()) + " " + text);
    }

    private long ended(EndReason reason) {
        return meters.find("pbx.calls.ended").tag("reason", reason.key()).timers().stream().mapToLong(timer -> timer.count()).sum();
    }

    @Test
    void given_nothing_is_pressed_then_the_sound_ends_and_the_time_counts_from_its_end() {
        run(call -> {
            tell("[" + call.gather(List.of("sound:a", "sound:b"), TWO_KEYS) + "]");
            return call.hangUp(16);
        });
        assertThat(story).containsExactly("9000 []");
        assertThat(asterisk.commands()).containsExactly("play sound:a sound:b", "hangup 16");
        assertThat(ended(EndReason.HUNG_UP)).isEqualTo(1);
    }

    @Test
    void given_a_key_then_the_sound_stops_at_once_and_the_next_key_ends_it() {
        asterisk.presses(Duration.ofMillis(1000), ID, "1");
        asterisk.presses(Duration.ofMillis(2500), ID, "2");
        run(call -> {
            tell(call.gather(List.of("sound:a"), TWO_KEYS));
            return call.hangUp(16);
        });
        assertThat(story).containsExactly("2500 12");
        assertThat(asterisk.commands()).containsExactly("play sound:a", "stop", "hangup 16");
    }

    @Test
    void given_one_key_of_two_then_the_pause_ends_it() {
        asterisk.presses(Duration.ofMillis(1000), ID, "7");
        run(call -> {
            tell(call.gather(List.of("sound:a"), TWO_KEYS));
            return call.hangUp(16);
        });
        assertThat(story).containsExactly("3000 7");
    }

    @Test
    void given_the_terminator_then_it_ends_the_input_and_does_not_belong_to_it() {
        asterisk.presses(Duration.ofMillis(100), ID, "7#");
        run(call -> {
            tell(call.gather(List.of("sound:a"), TWO_KEYS));
            return call.hangUp(16);
        });
        assertThat(story).containsExactly("200 7");
    }

    @Test
    void given_keys_before_they_are_asked_for_then_none_is_lost_and_nothing_is_played() {
        asterisk.presses(Duration.ofMillis(100), ID, "1234");
        run(call -> {
            call.answer();
            call.play(List.of("sound:welcome"));
            tell(call.gather(List.of("sound:a"), TWO_KEYS));
            tell(call.gather(List.of("sound:b"), TWO_KEYS));
            return call.hangUp(16);
        });
        assertThat(story).containsExactly("2000 12", "2000 34");
        assertThat(asterisk.commands()).containsExactly("answer", "play sound:welcome", "hangup 16");
    }

    @Test
    void given_a_flood_of_keys_then_those_beyond_what_anybody_types_ahead_are_dropped_and_counted() {
        asterisk.presses(Duration.ofMillis(50), ID, "1".repeat(200));
        var typed = new StringBuilder();
        run(call -> {
            call.play(List.of("sound:a", "sound:b", "sound:c", "sound:d", "sound:e", "sound:f", "sound:g", "sound:h", "sound:i",
                    "sound:j", "sound:k"));
            typed.append(call.gather(List.of(), new GatherRules(_ -> false, 500, Duration.ofSeconds(1), Duration.ofSeconds(1), Optional.empty())));
            return call.hangUp(16);
        });
        assertThat(typed).hasSize(64);
        assertThat(meters.counter("pbx.calls.keys.dropped").count()).isEqualTo(136);
    }

    @Test
    void given_a_recording_then_its_length_is_told_and_the_key_that_ended_it_is_forgotten() {
        asterisk.presses(Duration.ofSeconds(5).minusMillis(1), ID, "#");
        run(call -> {
            tell(call.record(new RecordRules("prompt/a", "wav16", Duration.ofMinutes(1), Duration.ofSeconds(3), true)).length().toString());
            tell("[" + call.gather(List.of(), TWO_KEYS) + "]");
            return call.hangUp(16);
        });
        assertThat(story).containsExactly("5000 PT5S", "10000 []");
    }

    @Test
    void given_a_caller_who_hangs_up_at_any_moment_then_the_call_ends_once_and_nothing_is_left() {
        for (var moment = 0; moment < 14_000; moment += 500) {
            var test = new HeldCallTest();
            test.asterisk.hangsUp(Duration.ofMillis(moment).plusNanos(1), ID);
            test.run(call -> {
                call.answer();
                call.play(List.of("sound:a"));
                call.gather(List.of("sound:b"), TWO_KEYS);
                call.record(new RecordRules("a", "wav16", Duration.ofMinutes(1), Duration.ZERO, false));
                return call.hangUp(16);
            });
            assertThat(test.ended(EndReason.CALLER_GONE)).as("at %d ms", moment).isEqualTo(1);
        }
    }

    @Test
    void given_a_plan_with_delays_and_confirmation_then_only_those_members_take_the_long_way() {
        var ringing = new ArrayList<String>();
        world = new FakeWorld() {
            @Override
            public Fate handedOver(String channelId, String context, String exten, Map<String, String> variables) {
                ringing.add(variables.get("PBX_RING"));
                return Fate.back(Duration.ofSeconds(9), "BUSY", "17");
            }
        };
        var outside = new DialOut(TRUNK, "+8221234567", Duration.ofSeconds(20), new ShownCaller("+8225550100", "Acme, \"Ltd\"", false), 2);
        var plan = new RingPlan(List.of(RingPlan.Member.of(BOB),
                new RingPlan.Member(new RingPlan.Device(BOB), Duration.ofSeconds(5), false, true),
                new RingPlan.Member(new RingPlan.Outside(outside), Duration.ZERO, true, false)),
                Duration.ofSeconds(20), true, Optional.empty(), "");
        run(call -> {
            tell(call.ring(plan).toString());
            return call.hangUp(17);
        });
        assertThat(story).containsExactly("9000 BUSY");
        assertThat(ringing).containsExactly("PJSIP/bobbbbbbbbbbbbbb&Local/m_5_nb_bobbbbbbbbbbbbbb@pbx-member"
                + "&Local/m_0_cn_trunkaaaaaaaaaaaaaaa_+8221234567_2@pbx-member");
    }

    @Test
    void given_trunks_that_end_in_different_ways_then_each_is_told_apart() {
        var ends = Map.of("1", List.of("BUSY", "486", "0"), "2", List.of("CHANUNAVAIL", "503", "0"), "3", List.of("CONGESTION", "404", "0"),
                "4", List.of("NOANSWER", "", "1"), "5", List.of("NOANSWER", "", ""), "6", List.of("CHANUNAVAIL", "", ""),
                "7", List.of("FULL", "", ""), "8", List.of("CHANUNAVAIL", "408", ""), "9", List.of("CONGESTION", "603", "1"));
        world = new FakeWorld() {
            @Override
            public Fate handedOver(String channelId, String context, String exten, Map<String, String> variables) {
                return new Fate.Back(Duration.ofSeconds(1), ends.get(variables.get("PBX_NUMBER")));
            }
        };
        run(call -> {
            ends.keySet().stream().sorted().map(number -> number + call.dialOut(new DialOut(TRUNK, number, Duration.ofSeconds(9),
                    new ShownCaller("", "", true), 0))).forEach(story::add);
            return call.hangUp(16);
        });
        assertThat(story).containsExactly("1BUSY", "2FAILED_OVER", "3REJECTED", "4NO_ANSWER", "5FAILED_OVER", "6FAILED_OVER",
                "7FAILED_OVER", "8FAILED_OVER", "9REJECTED");
    }

    @Test
    void given_an_answer_then_the_call_ends_with_the_talk() {
        world = new FakeWorld() {
            @Override
            public Fate handedOver(String channelId, String context, String exten, Map<String, String> variables) {
                return new Fate.Answered(Duration.ofSeconds(3), Duration.ofMinutes(42));
            }
        };
        run(call -> {
            assertThat(call.ring(List.of(BOB), Duration.ofSeconds(20))).isNotEqualTo(Ringing.Result.FAILED);
            return call.refuse(Refusal.FAILED);
        });
        assertThat(ended(EndReason.TALKED)).isEqualTo(1);
        assertThat(time.instant()).isEqualTo(Instant.parse("2026-11-23T10:42:03Z"));
    }

    @Test
    void given_an_engine_that_stops_while_it_plays_then_the_next_one_begins_the_step_anew() {
        CallProgram menu = call -> {
            call.enter("menu/main");
            tell("[" + call.gather(List.of("sound:a"), TWO_KEYS) + "]");
            return call.hangUp(16);
        };
        time.after(Duration.ofSeconds(1), () -> {
            calls.close();
            calls = registry();
            listen(menu);
            var channel = asterisk.look(ID);
            assertThat(channel.variable("PBX_NODE")).isEqualTo("menu/main");
            calls.arrived(channel, List.of("new"), new CallParty(TENANT, new Caller.Inside(new DeviceRef(ALICE), "101")), true, menu);
        });
        run(menu);
        assertThat(story).containsExactly("8000 []");
        // The first engine stops it as it leaves, the second makes sure.
        assertThat(asterisk.commands()).containsExactly("play sound:a", "stop", "stop", "play sound:a", "hangup 16");
        assertThat(ended(EndReason.SHUT_DOWN)).isEqualTo(1);
    }

    @Test
    void given_an_engine_that_died_while_it_played_then_the_next_one_stops_that_sound_first() {
        listen(_ -> EndReason.FAULT);
        var channel = asterisk.incoming(ID, ALICE, "500");
        ari.setVariables(ID, List.of(Map.entry("PBX_NODE", "menu/main"), Map.entry("PBX_ENTERED", "2026-11-23T10:00:00Z"),
                Map.entry("PBX_DIALLED", "500")));
        ari.sound().play(ID, "pbx2-" + ID, List.of("sound:stale"));
        channel = asterisk.look(channel.id());
        CallProgram menu = call -> {
            assertThat(call.position()).hasValueSatisfying(position -> assertThat(position.node()).isEqualTo("menu/main"));
            assertThat(call.dialled()).isEqualTo("500");
            call.gather(List.of("sound:a"), TWO_KEYS);
            return call.hangUp(16);
        };
        listen(menu);
        calls.arrived(channel, List.of("new"), new CallParty(TENANT, new Caller.Inside(new DeviceRef(ALICE), "101")), true, menu);
        time.run(Duration.ofHours(1));
        assertThat(asterisk.commands()).containsExactly("play sound:stale", "stop", "play sound:a", "hangup 16");
        assertThat(asterisk.leftovers()).isEmpty();
    }

    @Test
    void given_ten_thousand_calls_then_they_take_seconds() {
        var begin = System.nanoTime();
        for (var i = 0; i < 10_000; i++) {
            var test = new HeldCallTest();
            test.asterisk.presses(Duration.ofMillis(i % 9000), ID, "12");
            test.run(call -> {
                call.answer();
                call.gather(List.of("sound:a"), TWO_KEYS);
                return call.ring(List.of(BOB), Duration.ofSeconds(20)) == Ringing.Result.NO_ANSWER ? call.refuse(Refusal.NO_ANSWER) : EndReason.FAULT;
            });
            assertThat(test.ended(EndReason.REFUSED)).isEqualTo(1);
        }
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(60));
    }

    /** Listens to events alone. */
    private record Ear(Consumer<AriEvent> mouth) implements AriEventListener {

        @Override
        public void onEvent(AriEvent event) {
            mouth.accept(event);
        }

        @Override
        public void onConnected() {
            throw new IllegalStateException("nothing connects here");
        }

        @Override
        public void onDisconnected(String reason) {
            throw new IllegalStateException("nothing connects here");
        }
    }
}
