package org.switchboard.telephony.simulation;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.switchboard.telephony.distribution.AgentRules;
import org.switchboard.telephony.distribution.Event;
import org.switchboard.telephony.distribution.Membership;
import org.switchboard.telephony.distribution.Rules;
import org.switchboard.telephony.figures.FigureRules;
import org.switchboard.telephony.figures.Measure;

/** How long a day of 10,000 calls and 200 agents takes. Run by {@code ./pbx bench distribution}; what it prints there begins with {@code bench:}. */
class SimulatorBenchmark {

    private static final Instant BEGIN = Instant.parse("2026-03-02T00:00:00Z");
    private static final int QUEUES = 10;

    @Test
    void day() {
        ThreadMXBean thread = ManagementFactory.getThreadMXBean();
        for (int run = 1; run <= 10; run++) {
            long from = System.nanoTime();
            long busy = thread.getCurrentThreadCpuTime();
            Traffic traffic = traffic(run);
            SimulationResult result = Simulator.run(setup(), traffic, BEGIN, BEGIN.plus(Duration.ofDays(1)));
            long answered = IntStream.range(0, QUEUES).mapToLong(queue -> result.ofQueue(queue(queue)).get(Measure.ANSWERED)).sum();
            System.out.printf("bench: a day simulated, %2d. time: %6d calls, %d answered, 200 agents: %4d milliseconds, %4d of the processor%n", run, traffic.calls().size(), answered,
                    Duration.ofNanos(System.nanoTime() - from).toMillis(), Duration.ofNanos(thread.getCurrentThreadCpuTime() - busy).toMillis());
        }
    }

    private static Traffic traffic(long seed) {
        List<SimulatedCall> calls = new ArrayList<>();
        for (int queue = 0; queue < QUEUES; queue++) {
            calls.addAll(new SyntheticTraffic(queue(queue), Collections.nCopies(24, 10_000.0 / 24 / QUEUES), Duration.ofMinutes(20), 0.6,
                    Duration.ofMinutes(2), 5).draw(BEGIN, seed * 100 + queue).calls());
        }
        return new Traffic(calls);
    }

    private static SimulationSetup setup() {
        List<AgentRules> agents = new ArrayList<>();
        List<Event> comings = new ArrayList<>();
        for (int agent = 0; agent < 200; agent++) {
            UUID id = new UUID(1, agent);
            agents.add(new AgentRules(id, Map.of(), List.of(new Membership(queue(agent % QUEUES), 1, 1), new Membership(queue((agent + 1) % QUEUES), 2, 1))));
            comings.add(new Event.AgentSignedIn(BEGIN, id));
        }
        return new SimulationSetup(IntStream.range(0, QUEUES).mapToObj(queue -> new Rules(queue(queue)).wrapUp(30).build()).toList(), agents, comings,
                Duration.ofSeconds(4), FigureRules.of(ZoneOffset.UTC, Map.of()), 1);
    }

    private static UUID queue(int number) {
        return new UUID(2, number);
    }
}
