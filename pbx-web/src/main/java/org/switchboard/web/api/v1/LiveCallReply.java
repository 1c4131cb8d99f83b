package org.switchboard.web.api.v1;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.switchboard.telephony.live.LiveCall;
import org.switchboard.telephony.live.LiveCallState;

/**
 * A call that is on, as the API shows it.
 *
 * @param id         its id, the same as in the history afterwards
 * @param startedAt  when it began
 * @param answeredAt when it was answered; null when it was not, or when that was before the portal was started
 * @param state      what it is doing
 * @param caller     the caller's number
 * @param callerName the caller's name; may be empty
 * @param callee     number of the phone that talks or rings, else what was dialled; may be empty
 * @param calleeName that one's name; may be empty
 * @param legs       its phones, the caller's first
 */
@Schema(name = "LiveCall")
record LiveCallReply(UUID id, Instant startedAt, @Schema(types = {"string", "null"}, format = "date-time") Instant answeredAt,
                     LiveCallState state, String caller, String callerName, String callee, String calleeName, List<Leg> legs) {

    /**
     * One phone's part in it.
     *
     * @param username  the device's SIP user name, or the trunk's name
     * @param number    its extension's number, or the outside number; may be empty
     * @param name      its name; may be empty
     * @param state     what it is doing
     * @param startedAt when it began
     */
    @Schema(name = "LiveCallLeg")
    record Leg(String username, String number, String name, LiveCallState state, Instant startedAt) {
    }

    static LiveCallReply of(LiveCall call) {
        return new LiveCallReply(call.id(), call.startedAt(), call.answeredAt(), call.state(), call.callerNumber(), call.callerName(),
                call.calleeNumber(), call.calleeName(),
                call.legs().stream().map(leg -> new Leg(leg.sipUsername(), leg.number(), leg.name(), leg.state(), leg.startedAt())).toList());
    }
}
