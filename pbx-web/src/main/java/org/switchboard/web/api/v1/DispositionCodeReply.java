package org.switchboard.web.api.v1;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.UUID;
import org.switchboard.telephony.queue.DispositionCode;

/**
 * A disposition code as the API shows it.
 *
 * @param id    its id
 * @param name  what people read
 * @param queue name of the queue of whose calls it can be said; null for all queues
 */
@Schema(name = "DispositionCode")
record DispositionCodeReply(UUID id, String name, @Schema(types = {"string", "null"}) String queue) {

    static DispositionCodeReply of(DispositionCode one) {
        return new DispositionCodeReply(one.id(), one.name(), one.queue());
    }
}
