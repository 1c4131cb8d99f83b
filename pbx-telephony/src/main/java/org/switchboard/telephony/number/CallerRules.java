package org.switchboard.telephony.number;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Decides which of a company's rules is about a caller. Pure. */
public final class CallerRules {

    private CallerRules() {
    }

    /**
     * Finds the rule that decides. A rule that lets in wins over one that does not; among equals an exact number wins over a
     * prefix, and a longer prefix over a shorter one.
     *
     * @param rules  the company's rules in any order
     * @param caller who calls
     * @return empty when no rule is about the caller, who is let in then
     */
    public static Optional<CallerRule> deciding(List<CallerRule> rules, CallerNumber caller) {
        return rules.stream().filter(rule -> rule.isAbout(caller)).min(Comparator
                .comparing((CallerRule rule) -> rule.action() == CallerRule.Action.ALLOW ? 0 : 1)
                .thenComparing(CallerRule::matches)
                .thenComparing(rule -> rule.number() == null ? 0 : -rule.number().length()));
    }
}
