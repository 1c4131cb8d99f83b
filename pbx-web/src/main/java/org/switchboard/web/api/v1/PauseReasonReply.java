package org.switchboard.web.api.v1;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.UUID;
import org.switchboard.telephony.agent.PauseReason;

/**
 * A reason to pause as the API shows it.
 *
 * @param id    its id
 * @param name  what people read
 * @param digit what is dialled behind the star code for it
 */
@Schema(name = "PauseReason")
record PauseReasonReply(UUID id, String name, String digit) {

    static PauseReasonReply of(PauseReason one) {
        return new PauseReasonReply(one.id(), one.name(), one.digit());
    }
}
