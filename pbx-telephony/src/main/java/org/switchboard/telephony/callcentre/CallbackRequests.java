package org.switchboard.telephony.callcentre;

import java.util.Optional;
import org.switchboard.telephony.call.Call;
import org.switchboard.telephony.plan.PlannedQueue;
import org.switchboard.telephony.plan.TenantPlan;

/** Talks with a waiting caller who pressed the key for being called back. */
public interface CallbackRequests {

    /**
     * Asks the caller for the number and takes the wish down, durably. Nobody is offered the caller meanwhile. The floor hangs up afterwards.
     *
     * @param call  the caller, held
     * @param plan  the company
     * @param queue the queue
     * @param stay  the caller's stay in the queue
     * @return the number to be called, in E.164 or an extension's; empty when the caller would rather wait on
     */
    Optional<String> ask(Call call, TenantPlan plan, PlannedQueue queue, CallerStay stay);
}
