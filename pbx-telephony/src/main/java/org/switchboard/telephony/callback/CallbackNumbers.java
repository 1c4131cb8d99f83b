package org.switchboard.telephony.callback;

import java.util.Optional;
import org.switchboard.telephony.number.CallClass;
import org.switchboard.telephony.number.Dialled;
import org.switchboard.telephony.plan.TenantPlan;
import org.switchboard.telephony.route.OutsideWays;

/**
 * Which numbers a company calls back. Never an emergency number, a short code or one that costs extra, and none that no outbound route takes. The
 * number that a caller's network shows may be abroad; one that a caller types may not, since the company would pay for it.
 */
final class CallbackNumbers {

    private CallbackNumbers() {
    }

    /** The number that a caller called from, when it can be called back: an extension's, or E.164. */
    static Optional<String> ofCaller(TenantPlan plan, String shown) {
        return plan.extension(shown).isPresent() ? Optional.of(shown) : outside(plan, shown).map(Dialled::e164);
    }

    /** What a caller typed, when it can be called. Extensions may be named by callers from inside only. */
    static Optional<String> typed(TenantPlan plan, String typed, boolean inside) {
        if (inside && plan.extension(typed).isPresent()) {
            return Optional.of(typed);
        }
        return outside(plan, typed).filter(number -> number.callClass() == CallClass.NATIONAL).map(Dialled::e164);
    }

    private static Optional<Dialled> outside(TenantPlan plan, String number) {
        return OutsideWays.dialled(plan, number).filter(_ -> !OutsideWays.of(plan, number, null).isEmpty());
    }
}
