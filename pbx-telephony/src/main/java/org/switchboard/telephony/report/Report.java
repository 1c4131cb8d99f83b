package org.switchboard.telephony.report;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.switchboard.telephony.figures.AgentTimes;
import org.switchboard.telephony.figures.CallFigures;

/**
 * What was counted in a period.
 *
 * @param question what was asked
 * @param zone     the company's, by which days and hours go
 * @param begin    first moment
 * @param end      moment after the last
 * @param until    up to which moment things are counted: the end, or now while the period lasts
 * @param total    all calls together
 * @param queues   each queue, in the order of their names, deleted ones last
 * @param agents   each agent who was signed in or had calls, in the order of their names, former ones last
 * @param times    each hour or day, the earliest first, those without calls as well
 */
public record Report(ReportQuestion question, ZoneId zone, Instant begin, Instant end, Instant until, CallFigures total,
                     List<OfQueue> queues, List<OfAgent> agents, List<OfTime> times) {

    /** Copies the lists. */
    public Report {
        queues = List.copyOf(queues);
        agents = List.copyOf(agents);
        times = List.copyOf(times);
    }

    /**
     * What was counted of a queue.
     *
     * @param id            the queue
     * @param name          its name; null for a deleted one whose name nobody knows any more
     * @param deleted       whether it is gone
     * @param targetSeconds how soon its calls are to be answered
     * @param targetPercent how many percent of them should be
     * @param calls         its calls
     */
    public record OfQueue(UUID id, String name, boolean deleted, int targetSeconds, int targetPercent, CallFigures calls) {
    }

    /**
     * What was counted of an agent.
     *
     * @param id      the agent
     * @param name    his name; null for a former one whose name nobody knows any more
     * @param deleted whether he is an agent no longer
     * @param calls   his calls, of the queues that were asked for
     * @param times   how long he was in which state, for all queues together
     */
    public record OfAgent(UUID id, String name, boolean deleted, CallFigures calls, AgentTimes times) {
    }

    /**
     * What was counted in an hour or a day.
     *
     * @param begin its first moment
     * @param end   the moment after its last
     * @param calls its calls
     * @param times how long the report's agents were in which state
     */
    public record OfTime(Instant begin, Instant end, CallFigures calls, AgentTimes times) {
    }
}
