package org.switchboard.web.wallboard;

import java.time.Duration;
import org.switchboard.telephony.figures.CallFigures;
import org.switchboard.telephony.figures.Measure;

/**
 * What an agent did today.
 *
 * @param answered calls that he answered
 * @param missed   calls that he let ring out or rejected
 * @param talk     his average talk; null without one
 * @param handling his average talk with what came after it; null without one
 */
public record AgentFigures(long answered, long missed, Duration talk, Duration handling) {

    /**
     * Picks what is an agent's own.
     *
     * @param figures the agent's figures
     * @return the figures for people
     */
    public static AgentFigures of(CallFigures figures) {
        return new AgentFigures(figures.get(Measure.ANSWERED), figures.get(Measure.MISSED) + figures.get(Measure.REJECTED),
                figures.averageTalk().orElse(null), figures.averageHandling().orElse(null));
    }
}
