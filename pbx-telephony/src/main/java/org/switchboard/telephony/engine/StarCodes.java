package org.switchboard.telephony.engine;

import java.util.UUID;
import org.switchboard.telephony.call.Call;
import org.switchboard.telephony.call.EndReason;
import org.switchboard.telephony.plan.TenantPlan;
import org.switchboard.telephony.route.Origin;
import org.switchboard.telephony.route.ServiceCode;

/** What the system itself does for a caller who dialled a star code. */
interface StarCodes {

    /**
     * Serves a caller.
     *
     * @param call     the call
     * @param plan     the company
     * @param origin   who calls
     * @param service  what was dialled
     * @param argument digits behind the code; empty for none
     * @return how our part ended
     */
    EndReason serve(Call call, TenantPlan plan, Origin origin, ServiceCode service, String argument);

    /**
     * Switches opening hours by hand and says what they are now.
     *
     * @param call       the call
     * @param plan       the company
     * @param origin     who calls
     * @param scheduleId the opening hours
     * @return how our part ended
     */
    EndReason switchHours(Call call, TenantPlan plan, Origin origin, UUID scheduleId);
}
