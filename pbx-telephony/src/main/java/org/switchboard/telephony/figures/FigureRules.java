package org.switchboard.telephony.figures;

import java.time.Duration;
import java.time.ZoneId;
import java.util.Map;
import java.util.UUID;

/**
 * What counting goes by.
 *
 * @param zone         the company's, for hours and days
 * @param answerWithin how soon a call of each queue is to be answered
 * @param otherwise    the same for queues that are not among these, such as deleted ones
 */
public record FigureRules(ZoneId zone, Map<UUID, Duration> answerWithin, Duration otherwise) {

    /** What a new queue has. */
    public static final Duration USUAL_ANSWER_WITHIN = Duration.ofSeconds(20);

    /** Copies the map. */
    public FigureRules {
        answerWithin = Map.copyOf(answerWithin);
    }

    /**
     * Rules with the usual time for unknown queues.
     *
     * @param zone         the company's
     * @param answerWithin how soon a call of each queue is to be answered
     * @return the rules
     */
    public static FigureRules of(ZoneId zone, Map<UUID, Duration> answerWithin) {
        return new FigureRules(zone, answerWithin, USUAL_ANSWER_WITHIN);
    }

    /**
     * How soon a call is to be answered.
     *
     * @param queueId the queue; null for an unknown one
     * @return the time
     */
    public Duration within(UUID queueId) {
        return queueId == null ? otherwise : answerWithin.getOrDefault(queueId, otherwise);
    }
}
