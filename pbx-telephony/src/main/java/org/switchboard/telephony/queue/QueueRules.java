package org.switchboard.telephony.queue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.switchboard.telephony.input.FieldProblem;

/** What must hold between the fields of a queue. Pure. */
final class QueueRules {

    private static final Pattern EMAIL = Pattern.compile("[^@\\s\\p{Cntrl}]+@[^@\\s\\p{Cntrl}]+");
    private static final int LONGEST_EMAIL = 254;

    private QueueRules() {
    }

    /** What is wrong with a draft whose single fields are right. */
    static List<FieldProblem> problems(QueueDraft draft) {
        List<FieldProblem> problems = new ArrayList<>();
        twice("agents", "invalid.queue.agent.twice", draft.agents(), QueueAgentDraft::agent, problems);
        twice("tiers", "invalid.queue.tier.twice", draft.tiers(), QueueTier::tier, problems);
        twice("skills", "invalid.queue.skill.twice", draft.skills(), QueueSkill::skill, problems);
        tiersInOrder(draft, problems);
        if (draft.agingSeconds() != 0 && draft.agingSeconds() < 30) {
            problems.add(new FieldProblem("agingSeconds", "invalid.queue.agingSeconds"));
        }
        draft.keys().forEach((key, to) -> {
            if (!QueueExit.KEYS.contains(key)) {
                problems.add(new FieldProblem("keys." + key, "invalid.menu.key"));
            } else if (to != null && key.equals(draft.callback().key())) {
                problems.add(new FieldProblem("callback.key", "invalid.queue.callbackKey.taken"));
            }
        });
        if (draft.alerts().emails().size() > QueueAlerts.MAX_EMAILS
                || !draft.alerts().emails().stream().allMatch(email -> email.length() <= LONGEST_EMAIL && EMAIL.matcher(email).matches())) {
            problems.add(new FieldProblem("alerts.emails", "invalid.queue.emails", List.of(QueueAlerts.MAX_EMAILS)));
        }
        return problems;
    }

    private static <T> void twice(String field, String code, List<T> rows, Function<T, Object> what, List<FieldProblem> problems) {
        Set<Object> seen = new HashSet<>();
        for (int row = 0; row < rows.size(); row++) {
            if (!seen.add(what.apply(rows.get(row)))) {
                problems.add(new FieldProblem(field + "[" + row + "]", code));
            }
        }
    }

    /** A later tier opens no earlier: its agents are asked besides the others. */
    private static void tiersInOrder(QueueDraft draft, List<FieldProblem> problems) {
        for (int row = 0; row < draft.tiers().size(); row++) {
            QueueTier tier = draft.tiers().get(row);
            if (draft.tiers().stream().anyMatch(other -> other.tier() < tier.tier() && other.opensAfterSeconds() > tier.opensAfterSeconds())) {
                problems.add(new FieldProblem("tiers[" + row + "].opensAfterSeconds", "invalid.queue.tier.order"));
            }
        }
    }
}
