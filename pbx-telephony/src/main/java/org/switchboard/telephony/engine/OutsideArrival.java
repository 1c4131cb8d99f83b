package org.switchboard.telephony.engine;

import java.util.List;
import org.switchboard.telephony.ari.AriChannel;
import org.switchboard.telephony.number.CalledNumber;
import org.switchboard.telephony.number.CallerNumber;
import org.switchboard.telephony.plan.PlannedTrunk;
import org.switchboard.telephony.plan.TenantPlan;

/**
 * What a provider told of a call.
 *
 * @param dialled the company's number in E.164; what was sent when it is none of the company's
 * @param caller  who calls
 * @param name    the caller's name as it was sent; empty for none
 * @param full    whether the trunk has more calls with this one than it may have
 */
record OutsideArrival(String dialled, CallerNumber caller, String name, boolean full) {

    /** The dialplan puts the user part of To into PBX_TO, since registered trunks may call the account instead of the number. */
    static OutsideArrival of(AriChannel channel, TenantPlan plan, PlannedTrunk trunk) {
        var sent = channel.variable("PBX_DIALLED");
        var candidates = List.of(sent.isEmpty() ? channel.dialplan().exten() : sent, channel.variable("PBX_TO"));
        var country = plan.company().country();
        var dialled = CalledNumber.find(candidates, country, number -> plan.number(number).isPresent()).orElse(candidates.getFirst());
        var from = channel.caller();
        return new OutsideArrival(dialled, CallerNumber.parse(from == null ? "" : from.number(), channel.variable("PBX_ANONYMOUS").equals("1"), country),
                from == null || from.name() == null ? "" : from.name(), isFull(channel, trunk));
    }

    /** Whether a phone of the company plays a caller from outside, to try a number out. */
    static boolean isTest(AriChannel channel) {
        return !channel.variable("PBX_TEST").isEmpty();
    }

    static OutsideArrival ofTest(AriChannel channel, TenantPlan plan) {
        var caller = CallerNumber.parse(channel.variable("PBX_TEST"), false, plan.company().country());
        return new OutsideArrival(channel.variable("PBX_DIALLED"), caller, "", false);
    }

    /** The dialplan counts, since its count lives as long as the calls do. */
    private static boolean isFull(AriChannel channel, PlannedTrunk trunk) {
        var calls = channel.variable("PBX_TRUNK_CALLS");
        return trunk.callLimit() != null && calls.matches("[0-9]{1,6}") && Integer.parseInt(calls) > trunk.callLimit();
    }
}
