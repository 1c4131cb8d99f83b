package org.switchboard.web.wallboard;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.switchboard.telephony.figures.CallFigures;

/**
 * A company's figures since local midnight: the same that reports count.
 *
 * @param queues by queue; one that is not in it did nothing yet
 * @param agents by agent; one who is not in it did nothing yet
 */
public record Day(Map<UUID, CallFigures> queues, Map<UUID, CallFigures> agents) {

    /** A day that has not begun. */
    public static final Day EMPTY = new Day(Map.of(), Map.of());

    /** Keeps unchangeable copies. */
    public Day {
        queues = Map.copyOf(queues);
        agents = Map.copyOf(agents);
    }

    /**
     * A queue's figures.
     *
     * @param id the queue
     * @return never null
     */
    public CallFigures queue(UUID id) {
        return queues.getOrDefault(id, CallFigures.NONE);
    }

    /**
     * An agent's figures.
     *
     * @param id the agent
     * @return never null
     */
    public CallFigures agent(UUID id) {
        return agents.getOrDefault(id, CallFigures.NONE);
    }

    /**
     * The service level as a whole number.
     *
     * @param figures any figures
     * @return in percent, rounded down, so that it never looks better than it is; null while no call counts
     */
    public static Integer percent(CallFigures figures) {
        // A millionth more, since 0.29 * 100 is 28.999….
        return figures.serviceLevel().isEmpty() ? null : (int) Math.floor(figures.serviceLevel().getAsDouble() * 100 + 1e-6);
    }

    /**
     * A time in whole seconds.
     *
     * @param time any time
     * @return seconds, rounded; null for none
     */
    public static Long seconds(Optional<Duration> time) {
        return time.map(length -> Math.round(length.toMillis() / 1000.0)).orElse(null);
    }
}
