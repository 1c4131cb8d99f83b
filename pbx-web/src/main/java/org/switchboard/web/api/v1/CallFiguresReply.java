package org.switchboard.web.api.v1;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Duration;
import java.util.Optional;
import org.switchboard.telephony.figures.CallFigures;
import org.switchboard.telephony.figures.Measure;

/**
 * What was counted of calls, as the API shows it. Durations are in seconds.
 *
 * @param entered            callers who came in
 * @param answered           callers whom an agent answered
 * @param answeredInTime     of these, the ones within the queue's time
 * @param abandoned          callers who hung up while they waited
 * @param abandonedLate      of these, the ones after the queue's time
 * @param left               callers who left otherwise, by way
 * @param callbacks          callbacks, by what became of them
 * @param serviceLevel       0 to 1; null when there are no calls to count it from
 * @param serviceLevelCalls  how many calls the service level is counted from
 * @param averageWait        of the answered; null for none
 * @param averageWaitAbandoned of the abandoned; null for none
 * @param longestWait        however it ended
 * @param talks              talks that ended
 * @param averageTalk        null for none
 * @param averageWrapUp      null for none
 * @param averageHandling    talk and wrap-up; null for none
 */
@Schema(name = "CallFigures")
record CallFiguresReply(long entered, long answered, long answeredInTime, long abandoned, long abandonedLate, Left left, Callbacks callbacks,
                        @Schema(nullable = true) Double serviceLevel, long serviceLevelCalls, @Schema(nullable = true) Double averageWait,
                        @Schema(nullable = true) Double averageWaitAbandoned, double longestWait, long talks,
                        @Schema(nullable = true) Double averageTalk, @Schema(nullable = true) Double averageWrapUp,
                        @Schema(nullable = true) Double averageHandling) {

    /**
     * How callers left who were neither answered nor hung up.
     *
     * @param full     the queue was full
     * @param maxWait  they had waited as long as the queue lets them
     * @param noAgents nobody was there
     * @param key      by a key
     * @param other    taken out by a supervisor, or the queue was deleted
     */
    @Schema(name = "LeftFigures")
    record Left(long full, long maxWait, long noAgents, long key, long other) {
    }

    /**
     * What became of callbacks.
     *
     * @param asked     asked for
     * @param answered  talked
     * @param failed    nobody reached in all attempts
     * @param cancelled cancelled
     */
    @Schema(name = "CallbackFigures")
    record Callbacks(long asked, long answered, long failed, long cancelled) {
    }

    static CallFiguresReply of(CallFigures calls) {
        return new CallFiguresReply(calls.get(Measure.ENTERED), calls.get(Measure.ANSWERED), calls.get(Measure.ANSWERED_IN_TIME),
                calls.get(Measure.ABANDONED), calls.get(Measure.ABANDONED_LATE),
                new Left(calls.get(Measure.LEFT_FULL), calls.get(Measure.LEFT_MAX_WAIT), calls.get(Measure.LEFT_NO_AGENTS),
                        calls.get(Measure.LEFT_KEY), calls.get(Measure.LEFT_OTHER)),
                new Callbacks(calls.get(Measure.CALLBACKS_ASKED), calls.get(Measure.CALLBACKS_ANSWERED), calls.get(Measure.CALLBACKS_FAILED),
                        calls.get(Measure.CALLBACKS_CANCELLED)),
                calls.serviceLevel().isPresent() ? calls.serviceLevel().getAsDouble() : null, calls.serviceLevelCalls(),
                seconds(calls.averageWait()), seconds(calls.averageWaitOfAbandoned()), calls.longestWait().toMillis() / 1000.0,
                calls.get(Measure.TALKS), seconds(calls.averageTalk()), seconds(calls.averageWrapUp()), seconds(calls.averageHandling()));
    }

    private static Double seconds(Optional<Duration> time) {
        return time.map(one -> one.toMillis() / 1000.0).orElse(null);
    }
}
