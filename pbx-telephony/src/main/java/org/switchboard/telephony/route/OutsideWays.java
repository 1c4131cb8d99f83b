package org.switchboard.telephony.route;

import java.util.List;
import java.util.Optional;
import org.switchboard.telephony.number.CallClass;
import org.switchboard.telephony.number.Dialled;
import org.switchboard.telephony.plan.TenantPlan;

/** How the company itself calls a number outside, on behalf of no extension: to call a customer back. */
public final class OutsideWays {

    private OutsideWays() {
    }

    /**
     * The ways to a number, by the company's outbound routes.
     *
     * @param plan   the company
     * @param number the number, in E.164 or as people of the company's country write it, without a prefix for outside
     * @param shows  the company's number that is to be shown; null for the usual one
     * @return one for each trunk of the route, to be tried in this order; empty for an emergency number, one that costs extra, a short code, what is
     *         no number, and one that no route takes
     */
    public static List<Act.Way> of(TenantPlan plan, String number, String shows) {
        var dialled = dialled(plan, number).orElse(null);
        var route = dialled == null ? null : OutsidePlace.route(plan, dialled).orElse(null);
        if (route == null) {
            return List.of();
        }
        return OutsidePlace.trunks(plan, route).stream().map(trunk -> new Act.Way(trunk, dialled.forTrunk(trunk.numberFormat(), plan.company().country()),
                shows != null && plan.number(shows).isPresent() ? shows : OutsidePlace.callerId(plan, route, trunk, null), false, false)).toList();
    }

    /**
     * Reads an ordinary number.
     *
     * @param plan   the company
     * @param number any text
     * @return the number, national or international; empty for an emergency number, one that costs extra, a short code, and what is no number
     */
    public static Optional<Dialled> dialled(TenantPlan plan, String number) {
        return OutsidePlace.read(plan, number)
                .filter(read -> read.e164() != null && (read.callClass() == CallClass.NATIONAL || read.callClass() == CallClass.INTERNATIONAL));
    }
}
