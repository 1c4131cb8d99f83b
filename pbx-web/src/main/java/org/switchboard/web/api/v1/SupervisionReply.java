package org.switchboard.web.api.v1;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.switchboard.telephony.cdr.CallRecord;
import org.switchboard.telephony.supervision.PastSupervision;
import org.switchboard.telephony.supervision.SpyMode;

/**
 * A session of supervision in the record.
 *
 * @param id        its id
 * @param by        who: an e-mail address, a token's name, or {@code extension 101}
 * @param extension at which phone
 * @param agentId   the agent; null when he is gone
 * @param agent     his name as it was then
 * @param queueId   the queue; null when it is gone
 * @param queue     its name as it was then
 * @param callId    the call in the history
 * @param askedAt   when it was asked for
 * @param endedAt   when it ended; null while it is on
 * @param turns     what the supervisor did; empty when his phone did not answer
 */
@Schema(name = "Supervision")
record SupervisionReply(UUID id, String by, String extension, @Schema(types = {"string", "null"}, format = "uuid") UUID agentId, String agent,
                        @Schema(types = {"string", "null"}, format = "uuid") UUID queueId, String queue, UUID callId, Instant askedAt,
                        @Schema(types = {"string", "null"}, format = "date-time") Instant endedAt, List<TurnReply> turns) {

    static SupervisionReply of(PastSupervision session) {
        return new SupervisionReply(session.id(), session.by(), session.extension(), session.agentId(), session.agentName(), session.queueId(),
                session.queueName(), CallRecord.idOf(session.linkedId()), session.askedAt(), session.endedAt(),
                session.turns().stream().map(turn -> new TurnReply(turn.at(), turn.mode())).toList());
    }

    /**
     * What a supervisor did from some moment on.
     *
     * @param at   since when
     * @param mode what
     */
    @Schema(name = "SupervisionTurn")
    record TurnReply(Instant at, SpyMode mode) {
    }
}
