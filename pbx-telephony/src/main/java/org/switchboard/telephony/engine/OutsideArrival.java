package org.switchboard.telephony.engine;

import java.util.List;
import org.switchboard.telephony.ari.AriChannel;
import org.switchboard.telephony.number.CalledNumber;
import org.switchboard.telephony.number.CallerNumber;
import org.switchboard.telephony.plan.TenantPlan;

/**
 * What a provider told of a call.
 *
 * @param dialled the company's number in E.164; what was sent when it is none of the company's
 * @param caller  who calls
 * @param name    the caller's name as it was sent; empty for none
 */
record OutsideArrival(String dialled, CallerNumber caller, String name) {

    /** The dialplan puts the user part of To into PBX_TO, since registered trunks may call the account instead of the number. */
    static OutsideArrival of(AriChannel channel, TenantPlan plan) {
        var sent = channel.variable("PBX_DIALLED");
        var candidates = List.of(sent.isEmpty() ? channel.dialplan().exten() : sent, channel.variable("PBX_TO"));
        var country = plan.company().country();
        var dialled = CalledNumber.find(candidates, country, number -> plan.number(number).isPresent()).orElse(candidates.getFirst());
        var from = channel.caller();
        return new OutsideArrival(dialled, CallerNumber.parse(from == null ? "" : from.number(), channel.variable("PBX_ANONYMOUS").equals("1"), country),
                from == null || from.name() == null ? "" : from.name());
    }
}
