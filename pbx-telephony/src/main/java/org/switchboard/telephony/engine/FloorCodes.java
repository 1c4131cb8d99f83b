package org.switchboard.telephony.engine;

import org.switchboard.telephony.call.Call;
import org.switchboard.telephony.call.EndReason;
import org.switchboard.telephony.plan.TenantPlan;
import org.switchboard.telephony.route.Origin;
import org.switchboard.telephony.route.ServiceCode;

/** The star codes of agents and supervisors. */
@FunctionalInterface
public interface FloorCodes {

    /** For an engine without a call centre: whoever dials one is let go. */
    FloorCodes NONE = (call, _, _, _, _) -> call.hangUp(16);

    /**
     * Serves somebody who dialled a code.
     *
     * @param call     the call
     * @param plan     the company
     * @param origin   who dialled
     * @param service  one of the codes of agents and supervisors
     * @param argument digits behind it; empty for none
     * @return how our part ended
     */
    EndReason serve(Call call, TenantPlan plan, Origin.Inside origin, ServiceCode service, String argument);
}
