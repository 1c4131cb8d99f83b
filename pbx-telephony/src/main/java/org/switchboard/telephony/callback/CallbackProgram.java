package org.switchboard.telephony.callback;

import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.switchboard.telephony.call.Call;
import org.switchboard.telephony.call.CallEnded;
import org.switchboard.telephony.call.DialOut;
import org.switchboard.telephony.call.EndReason;
import org.switchboard.telephony.call.RecordingRef;
import org.switchboard.telephony.call.ShownCaller;
import org.switchboard.telephony.call.TrunkRef;
import org.switchboard.telephony.callcentre.Callbacks;
import org.switchboard.telephony.engine.Sounds;
import org.switchboard.telephony.plan.TenantPlan;
import org.switchboard.telephony.prompt.SystemWord;
import org.switchboard.telephony.queue.RecordCalls;
import org.switchboard.telephony.route.OutsideWays;

/**
 * What is done with the phone of an agent who has answered for a callback: dials the customer, once, and after that only when the database has
 * said that this attempt is ours.
 *
 * @param plan   the company
 * @param ring   the agent's phones
 * @param keeper keeps the callback
 * @param floors hear what comes of it
 * @param sounds what the agent is played
 */
record CallbackProgram(TenantPlan plan, AgentRing ring, CallbackKeeper keeper, Callbacks floors, Sounds sounds) {

    private static final Logger log = LoggerFactory.getLogger(CallbackProgram.class);
    private static final Duration RINGS = Duration.ofSeconds(40);

    EndReason run(Call call) {
        var kept = ring.kept();
        floors.answered(kept.tenantId(), ring.offer().offerId(), call.channelId(), call.linkedId());
        try {
            call.play(words(SystemWord.CALLBACK_AGENT));
            if (keeper.claim(kept, ring.offer().agentId()).isEmpty()) {
                log.info("Callback {} is not ours to dial", kept.id());
                floors.customerMissed(kept.tenantId(), kept.stay().visit());
                return call.hangUp(16);
            }
        } catch (CallEnded gone) {
            floors.customerMissed(kept.tenantId(), kept.stay().visit());
            throw gone;
        } catch (DataAccessException e) {
            log.warn("Callback {} is not dialled while the database is away: {}", kept.id(), e.getMessage());
            floors.customerMissed(kept.tenantId(), kept.stay().visit());
            return call.hangUp(16);
        }
        return attempt(call, kept);
    }

    private EndReason attempt(Call call, KeptCallback kept) {
        var queue = plan.queue(kept.stay().queueId());
        if (queue.filter(one -> one.recording().record() == RecordCalls.ALWAYS).isPresent()) {
            call.carry(RecordingRef.VARIABLE, RecordingRef.ofQueue(plan.tenantId(), queue.get().id()).name());
        }
        call.note("callback", kept.stay().number(), "callback.dialled", "", "dialled", List.of(kept.stay().number()), List.of());
        AttemptResult result;
        try {
            result = dial(call, kept);
        } catch (CallEnded ended) {
            if (ended.reason() == EndReason.CALLER_GONE) {
                missed(kept, AttemptResult.AGENT_GONE);
            }
            // After a talk all has been written down when it began; what an engine leaves behind that stops, the next one finds.
            throw ended;
        }
        try {
            call.play(words(SystemWord.CALLBACK_NOT_REACHED));
            return call.hangUp(16);
        } finally {
            missed(kept, result);
        }
    }

    private AttemptResult dial(Call call, KeptCallback kept) {
        var number = kept.stay().number();
        var extension = plan.extension(number);
        if (extension.isPresent()) {
            if (extension.get().devices().isEmpty()) {
                return AttemptResult.FAILED;
            }
            return switch (call.ring(extension.get().devices(), RINGS)) {
                case BUSY -> AttemptResult.BUSY;
                case NO_ANSWER -> AttemptResult.NO_ANSWER;
                case NOT_REGISTERED, FAILED -> AttemptResult.FAILED;
            };
        }
        for (var way : OutsideWays.of(plan, number, kept.shows())) {
            var limit = way.trunk().callLimit() == null ? 0 : way.trunk().callLimit();
            var shown = new ShownCaller(way.callerId() == null ? "" : way.callerId(), "", false);
            switch (call.dialOut(new DialOut(new TrunkRef(way.trunk().endpointId()), way.digits(), RINGS, shown, limit))) {
                case BUSY -> {
                    return AttemptResult.BUSY;
                }
                case NO_ANSWER -> {
                    return AttemptResult.NO_ANSWER;
                }
                case REJECTED -> {
                    return AttemptResult.FAILED;
                }
                case FAILED_OVER -> log.debug("trunk {} could not bring callback {} out", way.trunk().name(), kept.id());
            }
        }
        return AttemptResult.FAILED;
    }

    private void missed(KeptCallback kept, AttemptResult result) {
        try {
            if (keeper.missed(kept, result)) {
                floors.ended(kept.tenantId(), kept.stay().visit(), Callbacks.End.FAILED);
                return;
            }
        } catch (DataAccessException e) {
            log.error("What came of callback {} could not be written down: {}", kept.id(), e.getMessage());
        }
        floors.customerMissed(kept.tenantId(), kept.stay().visit());
    }

    private List<String> words(SystemWord word) {
        return sounds.words(word, plan.company().language());
    }
}
