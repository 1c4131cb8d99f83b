package org.switchboard.telephony.route;

import org.switchboard.telephony.call.Refusal;
import org.switchboard.telephony.plan.PlannedExtension;
import org.switchboard.telephony.plan.TenantPlan;

/** Decides where a call goes. */
public final class Router {

    private Router() {
    }

    /**
     * Decides by the company's plan alone, so nothing outside the company can ever be reached.
     *
     * <p>Whoever may call nobody may still try the phone out with a service code. One's own number rings one's other devices.
     *
     * @param plan    the caller's company
     * @param caller  the extension that calls
     * @param dialled what the phone sent; any text
     * @return always a decision
     */
    public static Decision route(TenantPlan plan, PlannedExtension caller, String dialled) {
        var service = ServiceCode.of(dialled);
        if (service.isPresent()) {
            return new Decision(new Destination.ToService(service.get()), "route.service", "");
        }
        if (!caller.mayCall()) {
            return new Decision(new Destination.Nowhere(Refusal.FORBIDDEN), "route.forbidden", "route.reason.may_call_nobody");
        }
        if (plan.extension(dialled).isEmpty()) {
            return new Decision(new Destination.Nowhere(Refusal.UNKNOWN_NUMBER), "route.unknown_number", "");
        }
        var rule = dialled.equals(caller.number()) ? "route.own_extension" : "route.extension";
        return new Decision(new Destination.ToExtension(dialled), rule, "");
    }
}
