package org.switchboard.web.api.v1;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.UUID;
import org.switchboard.telephony.supervision.SpyMode;
import org.switchboard.telephony.supervision.SupervisionSession;

/**
 * A session that has been begun.
 *
 * @param id        its id
 * @param agentId   the agent
 * @param queueId   the queue
 * @param extension whose phone rings
 * @param askedAt   when it was asked for
 * @param mode      what the supervisor does now; null while his phone rings
 */
@Schema(name = "SupervisionSession")
record SupervisionSessionReply(UUID id, UUID agentId, UUID queueId, String extension, Instant askedAt,
                               @Schema(types = {"string", "null"}) SpyMode mode) {

    static SupervisionSessionReply of(SupervisionSession session) {
        return new SupervisionSessionReply(session.id(), session.talk().agentId(), session.talk().queueId(), session.who().extension(),
                session.askedAt(), session.mode());
    }
}
