package org.switchboard.web.api.v1;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Map;
import org.switchboard.telephony.destination.Destination;
import org.switchboard.telephony.forwarding.ForwardWhen;
import org.switchboard.telephony.forwarding.Forwarding;

/**
 * Where an extension's calls go, as the API shows it. Null: not forwarded; for callers from outside, as for those from inside.
 *
 * @param always               at once, without ringing
 * @param busy                 when it is on the phone, declines, or does not want to be disturbed
 * @param noAnswer             when nobody answers in time
 * @param notRegistered        when it has no phone that can be reached
 * @param outsideAlways        at once, for callers from outside
 * @param outsideBusy          when busy, for callers from outside
 * @param outsideNoAnswer      when nobody answers, for callers from outside
 * @param outsideNotRegistered when no phone can be reached, for callers from outside
 * @param loop                 names of what a call comes by on its way back to the extension without anybody being asked; empty
 *                             when it does not come back
 */
@Schema(name = "Forwarding")
record ForwardingReply(DestinationReply always, DestinationReply busy, DestinationReply noAnswer, DestinationReply notRegistered,
                       DestinationReply outsideAlways, DestinationReply outsideBusy, DestinationReply outsideNoAnswer,
                       DestinationReply outsideNotRegistered, List<String> loop) {

    static ForwardingReply of(Forwarding forwarding) {
        Map<ForwardWhen, DestinationReply> ways = DestinationReply.of(forwarding.ways());
        return new ForwardingReply(ways.get(ForwardWhen.ALWAYS), ways.get(ForwardWhen.BUSY), ways.get(ForwardWhen.NO_ANSWER),
                ways.get(ForwardWhen.NOT_REGISTERED), ways.get(ForwardWhen.OUTSIDE_ALWAYS), ways.get(ForwardWhen.OUTSIDE_BUSY),
                ways.get(ForwardWhen.OUTSIDE_NO_ANSWER), ways.get(ForwardWhen.OUTSIDE_NOT_REGISTERED),
                forwarding.loop().stream().map(Destination::name).toList());
    }
}
