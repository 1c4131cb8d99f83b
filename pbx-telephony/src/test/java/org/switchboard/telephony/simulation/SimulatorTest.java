package org.switchboard.telephony.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.switchboard.telephony.distribution.AgentRules;
import org.switchboard.telephony.distribution.Event;
import org.switchboard.telephony.distribution.Membership;
import org.switchboard.telephony.distribution.Rules;
import org.switchboard.telephony.figures.CallFigures;
import org.switchboard.telephony.figures.FigureRules;
import org.switchboard.telephony.figures.Measure;
import org.switchboard.telephony.queuelog.QueueEvent;
import org.switchboard.telephony.queuelog.QueueEventKind;

class SimulatorTest {

    static final Instant BEGIN = Instant.parse("2026-03-02T00:00:00Z");
    static final Instant END = BEGIN.plus(Duration.ofDays(1));
    private static final UUID QUEUE = new UUID(0, 1);

    @Test
    void given_more_work_than_agents_when_agents_are_added_then_the_service_level_rises_and_the_wait_falls() {
        Traffic traffic = day(60, Duration.ofSeconds(120)).draw(BEGIN, 7);
        CallFigures few = run(3, traffic).ofQueue(QUEUE);
        CallFigures many = run(8, traffic).ofQueue(QUEUE);
        assertThat(few.get(Measure.ENTERED)).isEqualTo(many.get(Measure.ENTERED)).isCloseTo(60 * 24, within(200L));
        assertThat(few.serviceLevel().orElseThrow()).isLessThan(0.6);
        assertThat(many.serviceLevel().orElseThrow()).isGreaterThan(0.95);
        assertThat(many.get(Measure.ABANDONED)).isLessThan(few.get(Measure.ABANDONED));
    }

    /** Erlang's own formula (1917): with patient callers the share that waits at all is known for any load and number of agents. */
    @Test
    void given_patient_callers_then_as_many_wait_as_erlang_computed() {
        double callsPerHour = 120;
        int agents = 8;
        double load = callsPerHour * 180 / 3600;
        long calls = 0;
        long waited = 0;
        for (int day = 0; day < 10; day++) {
            Traffic traffic = new SyntheticTraffic(QUEUE, Collections.nCopies(24, callsPerHour), Duration.ofSeconds(180), 1.0, null, 5).draw(BEGIN, day);
            List<SimulatedCall> exponential = new ArrayList<>();
            var random = new SplittableRandom(day);
            traffic.calls().forEach(call -> exponential.add(new SimulatedCall(call.at(), QUEUE, 5, null, null,
                    Duration.ofMillis((long) (random.nextExponential() * 180_000)), null)));
            CallFigures figures = run(agents, new Traffic(exponential), Duration.ZERO, Duration.ZERO).ofQueue(QUEUE);
            calls += figures.get(Measure.ANSWERED);
            waited += figures.get(Measure.ANSWERED) - figures.get(Measure.ANSWERED_IN_TIME);
        }
        assertThat((double) waited / calls).isCloseTo(erlangC(load, agents), within(0.03));
    }

    private static double erlangC(double load, int agents) {
        double blocked = 1;
        for (int number = 1; number <= agents; number++) {
            blocked = load * blocked / (number + load * blocked);
        }
        return agents * blocked / (agents - load * (1 - blocked));
    }

    @Test
    void given_the_same_day_twice_then_the_same_comes_of_it() {
        Traffic traffic = day(80, Duration.ofSeconds(60)).draw(BEGIN, 3);
        assertThat(traffic).isEqualTo(day(80, Duration.ofSeconds(60)).draw(BEGIN, 3));
        assertThat(run(5, traffic).hours(QUEUE)).isEqualTo(run(5, traffic).hours(QUEUE));
        assertThat(run(5, traffic).hours(QUEUE)).hasSize(24);
    }

    @Test
    void given_agents_who_are_there_in_the_morning_only_then_their_time_is_counted_and_afternoon_callers_give_up() {
        List<Event> comings = List.of(new Event.AgentSignedIn(BEGIN.plus(Duration.ofHours(8)), agent(0)),
                new Event.AgentPaused(BEGIN.plus(Duration.ofHours(9)), agent(0)), new Event.AgentResumed(BEGIN.plus(Duration.ofHours(10)), agent(0)),
                new Event.AgentSignedOut(BEGIN.plus(Duration.ofHours(12)), agent(0)));
        SimulationSetup setup = setup(1, comings, Duration.ofSeconds(3), Duration.ofSeconds(20));
        SimulationResult result = Simulator.run(setup, day(4, Duration.ofSeconds(100)).draw(BEGIN, 5), BEGIN, END);
        assertThat(result.times(Set.of(agent(0))).values().stream().map(times -> times.signedIn().minus(times.pausedAll()))
                .reduce(Duration.ZERO, Duration::plus)).isBetween(Duration.ofHours(3), Duration.ofHours(3).plusMinutes(10));
        assertThat(result.hours(QUEUE).get(BEGIN.plus(Duration.ofHours(15))).get(Measure.ANSWERED)).isZero();
        assertThat(result.occupancy(Set.of(agent(0))).orElseThrow()).isBetween(0.05, 0.9);
    }

    @Test
    void given_a_recorded_day_when_it_is_played_as_it_was_then_everybody_ends_as_he_did() {
        List<QueueEvent> events = new ArrayList<>();
        // One agent: answers the first after 3 s, talks 100 s; the second gives up after 50 s; the third waits and is answered; the fourth presses 1.
        happened(events, 0, QueueEventKind.ENTERED, "a", Map.of("priority", "5"));
        happened(events, 3, QueueEventKind.ANSWERED, "a", Map.of("waited", "3000"));
        happened(events, 10, QueueEventKind.ENTERED, "b", Map.of());
        happened(events, 20, QueueEventKind.ENTERED, "c", Map.of());
        happened(events, 60, QueueEventKind.ABANDONED, "b", Map.of("waited", "50000"));
        happened(events, 70, QueueEventKind.ENTERED, "d", Map.of());
        happened(events, 80, QueueEventKind.LEFT, "d", Map.of("waited", "10000", "way", "key_1"));
        happened(events, 103, QueueEventKind.TALK_ENDED, "a", Map.of("talked", "100000"));
        happened(events, 108, QueueEventKind.WRAP_UP_ENDED, "a", Map.of("wrapUp", "5000"));
        happened(events, 111, QueueEventKind.ANSWERED, "c", Map.of("waited", "91000"));
        happened(events, 141, QueueEventKind.TALK_ENDED, "c", Map.of("talked", "30000"));
        Traffic traffic = RecordedTraffic.of(events, null, 1);
        assertThat(traffic.calls()).extracting(SimulatedCall::leavesBy).containsExactly(null, null, null, "key_1");
        SimulationSetup setup = setup(1, List.of(new Event.AgentSignedIn(BEGIN, agent(0))), Duration.ofSeconds(3), Duration.ofSeconds(60));
        CallFigures played = Simulator.run(setup, traffic, BEGIN, END).ofQueue(QUEUE);
        assertThat(played.get(Measure.ANSWERED)).isEqualTo(2);
        assertThat(played.get(Measure.ABANDONED)).isEqualTo(1);
        assertThat(played.get(Measure.LEFT_KEY)).isEqualTo(1);
        assertThat(played.get(Measure.WAITED_ANSWERED)).isEqualTo(94_000);
        assertThat(played.get(Measure.TALKED)).isEqualTo(130_000);
    }

    @Test
    void given_callers_who_ask_for_callbacks_then_they_are_answered_in_their_turn() {
        List<SimulatedCall> calls = List.of(call(0, null, null, 100), call(1, 5L, SimulatedCall.CALLBACK, 10), call(2, null, null, 10));
        SimulationSetup setup = setup(1, List.of(new Event.AgentSignedIn(BEGIN, agent(0))), Duration.ofSeconds(1), Duration.ofSeconds(20));
        CallFigures played = Simulator.run(setup, new Traffic(calls), BEGIN, END).ofQueue(QUEUE);
        assertThat(played.get(Measure.CALLBACKS_ANSWERED)).isEqualTo(1);
        assertThat(played.get(Measure.ANSWERED)).isEqualTo(3);
        assertThat(played.longestWait()).as("the callback was not overtaken").isEqualTo(Duration.ofSeconds(121));
    }

    private static SimulatedCall call(int second, Long patience, String leavesBy, int talk) {
        return new SimulatedCall(BEGIN.plusSeconds(second), QUEUE, 5, patience == null ? null : Duration.ofSeconds(patience), leavesBy,
                Duration.ofSeconds(talk), null);
    }

    private static void happened(List<QueueEvent> events, int second, QueueEventKind kind, String visit, Map<String, String> detail) {
        events.add(new QueueEvent(new UUID(9, events.size()), new UUID(8, 8), BEGIN.plusSeconds(second), kind, QUEUE, null, visit, null, detail));
    }

    private static SyntheticTraffic day(double callsPerHour, Duration patience) {
        return new SyntheticTraffic(QUEUE, Collections.nCopies(24, callsPerHour), Duration.ofSeconds(180), 0.6, patience, 5);
    }

    private static SimulationResult run(int agents, Traffic traffic) {
        return run(agents, traffic, Duration.ofSeconds(3), Duration.ofSeconds(20));
    }

    private static SimulationResult run(int agents, Traffic traffic, Duration answer, Duration within) {
        List<Event> comings = IntStream.range(0, agents).<Event>mapToObj(number -> new Event.AgentSignedIn(BEGIN, agent(number))).toList();
        return Simulator.run(setup(agents, comings, answer, within), traffic, BEGIN, END);
    }

    private static SimulationSetup setup(int agents, List<Event> comings, Duration answer, Duration within) {
        List<AgentRules> rules = IntStream.range(0, agents)
                .mapToObj(number -> new AgentRules(agent(number), Map.of(), List.of(new Membership(QUEUE, 1, 1)))).toList();
        return new SimulationSetup(List.of(new Rules(QUEUE).wrapUp(answer.isZero() ? 0 : 5).build()), rules, comings, answer,
                FigureRules.of(ZoneOffset.UTC, Map.of(QUEUE, within)), 1);
    }

    static UUID agent(int number) {
        return new UUID(1, number);
    }
}
