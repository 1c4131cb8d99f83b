package org.switchboard.telephony.simulation;

import java.time.Instant;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.switchboard.telephony.figures.AgentTimes;
import org.switchboard.telephony.figures.CallFigures;
import org.switchboard.telephony.figures.Cell;
import org.switchboard.telephony.figures.QueueFigures;

/**
 * What a day was like, real or simulated.
 *
 * @param figures its figures, hour by hour
 * @param until   its end
 */
public record SimulationResult(QueueFigures figures, Instant until) {

    /**
     * What was counted of a queue's calls.
     *
     * @param queueId the queue
     * @return the figures of the whole day
     */
    public CallFigures ofQueue(UUID queueId) {
        return figures.ofQueue(queueId);
    }

    /**
     * What was counted of a queue's calls in each hour in which anything happened.
     *
     * @param queueId the queue
     * @return the figures by the first moments of the hours
     */
    public SortedMap<Instant, CallFigures> hours(UUID queueId) {
        return new TreeMap<>(figures.callsBy(Cell::begin, cell -> queueId.equals(cell.queueId())));
    }

    /**
     * Which part of the time that agents were signed in and not paused they had something to do.
     *
     * @param agents who counts
     * @return 0 to 1; empty when none of them was there
     */
    public OptionalDouble occupancy(Set<UUID> agents) {
        return figures.timesBy(until, _ -> true, cell -> agents.contains(cell.agentId())).getOrDefault(true, AgentTimes.NONE).occupancy();
    }

    /**
     * The same hour by hour.
     *
     * @param agents who counts
     * @return the agents' times by the first moments of the hours
     */
    public Map<Instant, AgentTimes> times(Set<UUID> agents) {
        return figures.timesBy(until, Cell::begin, cell -> agents.contains(cell.agentId()));
    }
}
