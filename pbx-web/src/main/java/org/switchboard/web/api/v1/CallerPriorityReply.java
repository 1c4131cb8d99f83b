package org.switchboard.web.api.v1;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.UUID;
import org.switchboard.telephony.queue.CallerPriority;

/**
 * A rule about priority as the API shows it.
 *
 * @param id       its id
 * @param matches  what of a call it goes by
 * @param number   E.164 or the begin of it
 * @param priority 1 to 10, the higher, the earlier
 * @param note     who that is; may be empty
 */
@Schema(name = "CallerPriority")
record CallerPriorityReply(UUID id, CallerPriority.Matches matches, String number, int priority, String note) {

    static CallerPriorityReply of(CallerPriority one) {
        return new CallerPriorityReply(one.id(), one.matches(), one.number(), one.priority(), one.note());
    }
}
