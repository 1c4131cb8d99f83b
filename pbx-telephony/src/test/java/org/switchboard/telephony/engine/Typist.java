package org.switchboard.telephony.engine;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.switchboard.telephony.plan.PlannedMenu;
import org.switchboard.telephony.plan.TenantPlan;
import org.switchboard.telephony.route.MenuDigits;

/** A caller who types what a question says: at each menu as much as that menu waits for, and the rest at the next. */
final class Typist {

    private final TenantPlan plan;
    private final Deque<String> groups;
    private String left = "";

    Typist(TenantPlan plan, String digits) {
        this.plan = plan;
        this.groups = new ArrayDeque<>(List.of(digits.split(",", -1)));
    }

    /** What is typed at a menu that has just begun to play; empty for nothing. */
    String at(PlannedMenu menu) {
        if (left.isEmpty() && !groups.isEmpty()) {
            left = groups.remove();
        }
        var reading = new MenuDigits(plan, menu);
        for (var length = 1; length <= left.length(); length++) {
            if (length == left.length() || reading.areComplete(left.substring(0, length))) {
                var typed = left.substring(0, length);
                left = left.substring(length);
                return typed;
            }
        }
        return "";
    }

    /** It rings somewhere, where nobody listens to keys. */
    void drop() {
        left = "";
    }
}
