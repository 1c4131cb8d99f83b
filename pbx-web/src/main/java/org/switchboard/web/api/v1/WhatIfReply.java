package org.switchboard.web.api.v1;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import org.switchboard.telephony.figures.AgentTimes;
import org.switchboard.telephony.figures.CallFigures;
import org.switchboard.telephony.simulation.SimulationResult;
import org.switchboard.telephony.simulation.WhatIf;

/**
 * What a queue's day would have been like, as the API shows it.
 *
 * @param queue         the queue
 * @param day           the day that was played; null for made-up traffic
 * @param timeZone      the company's
 * @param targetSeconds what counts as answered in time
 * @param targetPercent how many percent should be
 * @param asItWas       the day as it was; null for made-up traffic
 * @param asItWouldBe   the day as it was played
 * @param hours         both, hour by hour, where anything happened
 */
@Schema(name = "QueueSimulation")
record WhatIfReply(Queue queue, @Schema(nullable = true) LocalDate day, String timeZone, int targetSeconds, int targetPercent,
                   Figures asItWas, Figures asItWouldBe, List<Hour> hours) {

    /**
     * The queue.
     *
     * @param id   its id
     * @param name its name
     */
    @Schema(name = "SimulatedQueue")
    record Queue(UUID id, String name) {}

    /**
     * What came of a day, or of an hour.
     *
     * @param calls     of its calls
     * @param agents    how many agents there were on average, pauses left out
     * @param occupancy which part of their time they had something to do, 0 to 1; null when there were none
     */
    @Schema(name = "SimulatedFigures")
    record Figures(CallFiguresReply calls, double agents, @Schema(nullable = true) Double occupancy) {}

    /**
     * An hour.
     *
     * @param begin       its first moment
     * @param asItWas     as it was; null for made-up traffic
     * @param asItWouldBe as it was played
     */
    @Schema(name = "SimulatedHour")
    record Hour(Instant begin, Figures asItWas, Figures asItWouldBe) {}

    static WhatIfReply of(WhatIf asked) {
        SimulationResult was = asked.asItWas();
        Map<Instant, AgentTimes> were = was == null ? Map.of() : was.times(asked.agentsWere());
        Map<Instant, AgentTimes> wouldBe = asked.asItWouldBe().times(asked.agentsWouldBe());
        Map<Instant, CallFigures> calls = was == null ? Map.of() : was.hours(asked.queueId());
        Map<Instant, CallFigures> played = asked.asItWouldBe().hours(asked.queueId());
        SortedSet<Instant> begins = new TreeSet<>(played.keySet());
        begins.addAll(calls.keySet());
        List<Hour> hours = new ArrayList<>();
        begins.forEach(begin -> hours.add(new Hour(begin, was == null ? null : figures(calls.get(begin), were.get(begin), 1),
                figures(played.get(begin), wouldBe.get(begin), 1))));
        double length = (asked.end().toEpochMilli() - asked.begin().toEpochMilli()) / 3_600_000.0;
        return new WhatIfReply(new Queue(asked.queueId(), asked.queueName()), asked.day(), asked.zone().getId(), asked.serviceSeconds(),
                asked.targetPercent(), was == null ? null : whole(was, asked, asked.agentsWere(), length),
                whole(asked.asItWouldBe(), asked, asked.agentsWouldBe(), length), hours);
    }

    private static Figures whole(SimulationResult result, WhatIf asked, Set<UUID> agents, double hours) {
        AgentTimes times = result.times(agents).values().stream().reduce(AgentTimes.NONE, AgentTimes::plus);
        return figures(result.ofQueue(asked.queueId()), times, hours);
    }

    private static Figures figures(CallFigures calls, AgentTimes found, double hours) {
        AgentTimes times = found == null ? AgentTimes.NONE : found;
        OptionalDouble busy = times.occupancy();
        double agents = times.signedIn().minus(times.pausedAll()).toMillis() / 3_600_000.0 / hours;
        return new Figures(CallFiguresReply.of(calls == null ? CallFigures.NONE : calls), Math.round(agents * 100) / 100.0,
                busy.isPresent() ? busy.getAsDouble() : null);
    }
}
