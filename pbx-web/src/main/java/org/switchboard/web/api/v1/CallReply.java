package org.switchboard.web.api.v1;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.switchboard.telephony.cdr.CallDirection;
import org.switchboard.telephony.cdr.Disposition;
import org.switchboard.telephony.cdr.LegEventKind;
import org.switchboard.telephony.cdr.LegOutcome;
import org.switchboard.telephony.cdr.LegRole;
import org.switchboard.telephony.cdr.PastCall;
import org.switchboard.telephony.cdr.PastLeg;
import org.switchboard.telephony.cdr.RecordedStep;

/**
 * A call of the history as the API shows it.
 *
 * @param id              its id, the same as while it was live
 * @param startedAt       when it began
 * @param answeredAt      when it was answered; null when it was not
 * @param endedAt         when it ended
 * @param direction       between whom
 * @param caller          the caller's number
 * @param callerName      the caller's name; may be empty
 * @param callerExtension the caller's extension; null for an outside caller
 * @param callee          what was dialled
 * @param calleeName      name of who answered, else of who was called first; may be empty
 * @param calleeExtension the extension that answered, else the one called first; null when none was called
 * @param disposition     how it ended
 * @param hangupCause     Q.850 cause; null when unknown
 * @param cutShort        whether Asterisk stopped while it was on
 * @param legs            its phones, the caller's first
 * @param steps           the engine's decisions, in order; empty when the engine was away
 */
@Schema(name = "Call")
record CallReply(UUID id, Instant startedAt, @Schema(types = {"string", "null"}, format = "date-time") Instant answeredAt, Instant endedAt,
                 CallDirection direction, String caller, String callerName, @Schema(types = {"string", "null"}) String callerExtension,
                 String callee, String calleeName, @Schema(types = {"string", "null"}) String calleeExtension, Disposition disposition,
                 @Schema(types = {"integer", "null"}, format = "int32") Integer hangupCause, boolean cutShort, List<Leg> legs, List<Step> steps) {

    /**
     * One phone's part in the call.
     *
     * @param role        caller or callee
     * @param number      its extension's number, or the outside number
     * @param name        its name; may be empty
     * @param device      what people called the device; null when it was gone or is a trunk
     * @param startedAt   when it began
     * @param answeredAt  when it was taken off hook; null when it was not
     * @param endedAt     when it ended
     * @param outcome     how it ended
     * @param hangupCause Q.850 cause; null when unknown
     * @param events      what it went through, in order
     */
    @Schema(name = "CallLeg")
    record Leg(LegRole role, String number, String name, @Schema(types = {"string", "null"}) String device, Instant startedAt,
               @Schema(types = {"string", "null"}, format = "date-time") Instant answeredAt, Instant endedAt, LegOutcome outcome,
               @Schema(types = {"integer", "null"}, format = "int32") Integer hangupCause, List<Event> events) {

        private static Leg of(PastLeg leg) {
            return new Leg(leg.role(), leg.number(), leg.name(), leg.deviceName(), leg.startedAt(), leg.answeredAt(), leg.endedAt(),
                    leg.outcome(), leg.hangupCause(),
                    leg.events().stream().map(event -> new Event(event.at(), event.kind(), event.detail())).toList());
        }
    }

    /**
     * One moment of a leg.
     *
     * @param at     when
     * @param kind   what happened
     * @param detail with whom or where to; may be empty
     */
    @Schema(name = "CallLegEvent")
    record Event(Instant at, LegEventKind kind, String detail) {
    }

    /**
     * One decision of the engine.
     *
     * @param at      when
     * @param kind    kind of step
     * @param name    what it was about; may be empty
     * @param rule    which rule led here; may be empty
     * @param reason  why; may be empty
     * @param outcome how it ended; may be empty
     * @param args    texts that belong into the sentence of the rule, in order
     * @param alternatives the ways that were not taken
     */
    @Schema(name = "CallStep")
    record Step(Instant at, String kind, String name, String rule, String reason, String outcome, List<String> args,
                List<Alternative> alternatives) {

        private static Step of(RecordedStep step) {
            return new Step(step.at(), step.kind(), step.name(), step.rule(), step.reason(), step.outcome(), step.args(),
                    step.alternatives().stream().map(way -> new Alternative(way.outcome(), way.to())).toList());
        }
    }

    /**
     * A way that was not taken.
     *
     * @param outcome its name
     * @param to      where it would have led
     */
    @Schema(name = "CallStepAlternative")
    record Alternative(String outcome, String to) {
    }

    static CallReply of(PastCall call) {
        return new CallReply(call.id(), call.startedAt(), call.answeredAt(), call.endedAt(), call.direction(), call.callerNumber(),
                call.callerName(), call.callerExtension(), call.calleeNumber(), call.calleeName(), call.calleeExtension(),
                call.disposition(), call.hangupCause(), call.cutShort(), call.legs().stream().map(Leg::of).toList(),
                call.steps().stream().map(Step::of).toList());
    }
}
