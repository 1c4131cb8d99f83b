package org.switchboard.web.api.v1;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.switchboard.telephony.figures.AgentTimes;
import org.switchboard.telephony.figures.CallFigures;
import org.switchboard.telephony.figures.Measure;
import org.switchboard.telephony.report.Report;

/**
 * The calls and times of agents in a period, as the API shows them.
 *
 * @param from     first day
 * @param to       last day
 * @param timeZone the company's
 * @param until    up to which moment is counted
 * @param items    each agent
 * @param times    each hour or day, of these agents together
 */
@Schema(name = "AgentReport")
record AgentReportReply(LocalDate from, LocalDate to, String timeZone, Instant until, List<OfAgent> items, List<OfTime> times) {

    /**
     * An agent.
     *
     * @param id      his id
     * @param name    his name, the last one that is known of a former one; null when none is
     * @param deleted whether he is an agent no longer
     * @param offers  what became of the calls that were offered to him
     * @param calls   his calls
     * @param states  how long he was in which state
     */
    @Schema(name = "AgentReportItem")
    record OfAgent(UUID id, @Schema(nullable = true) String name, boolean deleted, Offers offers, CallFiguresReply calls, States states) {
    }

    /**
     * What became of offers.
     *
     * @param offered   how often his phone was made to ring
     * @param answered  how often he answered
     * @param missed    how often it rang out
     * @param rejected  how often he rejected
     * @param unreached how often his phone could not be reached
     */
    @Schema(name = "OfferFigures")
    record Offers(long offered, long answered, long missed, long rejected, long unreached) {

        static Offers of(CallFigures calls) {
            return new Offers(calls.get(Measure.OFFERS), calls.get(Measure.ANSWERED), calls.get(Measure.MISSED), calls.get(Measure.REJECTED),
                    calls.get(Measure.UNREACHED));
        }
    }

    /**
     * Times in seconds. The first is the sum of the others.
     *
     * @param signedIn in all
     * @param free     free, ringing, or on a call of his own
     * @param talking  with callers of queues
     * @param wrapUp   after a talk
     * @param paused   by reason
     */
    @Schema(name = "AgentStateTimes")
    record States(double signedIn, double free, double talking, double wrapUp, List<Pause> paused) {

        static States of(AgentTimes times) {
            return new States(seconds(times.signedIn()), seconds(times.free()), seconds(times.talking()), seconds(times.wrapUp()),
                    times.paused().entrySet().stream().map(pause -> new Pause(pause.getKey(), seconds(pause.getValue()))).toList());
        }
    }

    /**
     * Time of pauses with one reason.
     *
     * @param reason  the reason's name; empty for none
     * @param seconds how long
     */
    @Schema(name = "PauseTime")
    record Pause(String reason, double seconds) {
    }

    /**
     * An hour or a day.
     *
     * @param begin  its first moment
     * @param offers what became of offers in it
     * @param calls  the calls in it
     * @param states how long the agents were in which state
     */
    @Schema(name = "AgentReportTime")
    record OfTime(Instant begin, Offers offers, CallFiguresReply calls, States states) {
    }

    static AgentReportReply of(Report report) {
        return new AgentReportReply(report.question().from(), report.question().to(), report.zone().getId(), report.until(),
                report.agents().stream().map(agent -> new OfAgent(agent.id(), agent.name(), agent.deleted(), Offers.of(agent.calls()),
                        CallFiguresReply.of(agent.calls()), States.of(agent.times()))).toList(),
                report.times().stream().map(time -> new OfTime(time.begin(), Offers.of(time.calls()), CallFiguresReply.of(time.calls()),
                        States.of(time.times()))).toList());
    }

    private static double seconds(Duration time) {
        return time.toMillis() / 1000.0;
    }
}
