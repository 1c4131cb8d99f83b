package org.switchboard.telephony.route;

import java.util.Optional;
import org.switchboard.telephony.plan.PlannedExit;
import org.switchboard.telephony.plan.PlannedExtension;
import org.switchboard.telephony.plan.PlannedMenu;
import org.switchboard.telephony.plan.TenantPlan;

/**
 * What digits mean in a menu. The same reading is used while a caller types (is this all?) and afterwards (what was meant?).
 *
 * @param plan the company
 * @param menu the menu
 */
public record MenuDigits(TenantPlan plan, PlannedMenu menu) {

    /** What was typed. */
    sealed interface Meaning {

        /** One of the menu's keys. */
        record Key(String exit, PlannedExit to) implements Meaning {
        }

        /** An extension's number. */
        record Dialled(PlannedExtension extension) implements Meaning {
        }

        /** Nothing that is known here. */
        record Unknown() implements Meaning {
        }
    }

    /**
     * Whether what was typed is all that is needed, so that waiting for more would be for nothing.
     *
     * @param digits what was typed so far, at least one key
     * @return true when more could not mean anything else, and when {@code #} ends several digits
     */
    public boolean areComplete(String digits) {
        if (digits.length() > 1 && digits.endsWith("#")) {
            return true;
        }
        return !(menu.directDial() && plan.beginsExtension(digits));
    }

    /** What was meant, after the caller has stopped. */
    Meaning meaning(String typed) {
        var digits = typed.length() > 1 && typed.endsWith("#") ? typed.substring(0, typed.length() - 1) : typed;
        if (digits.length() == 1) {
            var exit = exit(digits.charAt(0));
            var to = plan.exit(menu.id(), exit);
            if (to.isPresent()) {
                return new Meaning.Key(exit, to.get());
            }
        }
        return extension(digits).<Meaning>map(Meaning.Dialled::new).orElseGet(Meaning.Unknown::new);
    }

    private Optional<PlannedExtension> extension(String digits) {
        return menu.directDial() && !menu.excluded().contains(digits) ? plan.extension(digits) : Optional.empty();
    }

    private static String exit(char key) {
        return switch (key) {
            case '*' -> "key_star";
            case '#' -> "key_hash";
            default -> "key_" + key;
        };
    }
}
