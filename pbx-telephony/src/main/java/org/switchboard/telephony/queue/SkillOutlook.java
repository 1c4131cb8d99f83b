package org.switchboard.telephony.queue;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/**
 * What a queue's demands mean for its callers, given who serves it. Pure.
 *
 * @param lacking      the demands that no agent of the queue meets at once
 * @param firstSeconds after how long a caller's wait somebody meets all demands: 0 for at once; null for never, and for a queue without agents
 */
public record SkillOutlook(List<Lack> lacking, Integer firstSeconds) {

    /** Keeps an unchangeable copy. */
    public SkillOutlook {
        lacking = List.copyOf(lacking);
    }

    /**
     * A demand that nobody meets at once.
     *
     * @param skill name of the skill
     * @param level what is asked
     * @param best  what the best has; 0 where nobody knows it
     */
    public record Lack(String skill, int level, int best) {
    }

    /**
     * Looks at a queue.
     *
     * @param demands what it asks
     * @param agents  what each of its agents knows, by skill; what is missing is not known
     * @return the outlook
     */
    public static SkillOutlook of(List<QueueSkill> demands, Map<UUID, Map<String, Integer>> agents) {
        List<Lack> lacking = new ArrayList<>();
        for (QueueSkill demand : demands) {
            int best = agents.values().stream().mapToInt(known -> known.getOrDefault(demand.skill(), 0)).max().orElse(0);
            if (best < demand.level()) {
                lacking.add(new Lack(demand.skill(), demand.level(), best));
            }
        }
        Integer first = agents.values().stream().map(known -> seconds(demands, known)).filter(Objects::nonNull)
                .min(Comparator.naturalOrder()).orElse(null);
        return new SkillOutlook(lacking, first);
    }

    /** After how long a demand has come down to what somebody knows; null for never. */
    private static Integer seconds(List<QueueSkill> demands, Map<String, Integer> known) {
        int seconds = 0;
        for (QueueSkill demand : demands) {
            int missing = demand.level() - known.getOrDefault(demand.skill(), 0);
            if (missing > 0) {
                if (demand.relaxSeconds() == null) {
                    return null;
                }
                seconds = Math.max(seconds, missing * demand.relaxSeconds());
            }
        }
        return seconds;
    }
}
