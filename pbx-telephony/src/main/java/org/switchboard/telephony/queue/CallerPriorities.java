package org.switchboard.telephony.queue;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Decides which of a company's rules gives a call its priority. Pure. */
public final class CallerPriorities {

    private CallerPriorities() {
    }

    /**
     * Finds the rule that decides: who calls wins over what was dialled, a whole number over the beginning of one, and a longer
     * beginning over a shorter one.
     *
     * @param rules   the company's rules in any order
     * @param caller  the caller's number in E.164; empty or anything else for none
     * @param dialled the company's number in E.164 that was dialled; empty for none
     * @return empty when no rule is about the call, which has its queue's own priority then
     */
    public static Optional<CallerPriority> deciding(List<CallerPriority> rules, String caller, String dialled) {
        return rules.stream().filter(rule -> rule.isAbout(caller, dialled)).min(Comparator
                .comparing(CallerPriority::matches)
                .thenComparing(rule -> -rule.number().length()));
    }
}
