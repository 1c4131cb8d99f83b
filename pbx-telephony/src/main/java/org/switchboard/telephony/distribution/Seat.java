package org.switchboard.telephony.distribution;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/** An agent's place in a queue. */
final class Seat {

    final Agent agent;
    final Line line;
    final int tier;
    final int position;
    /** From which time of waiting on a caller of this queue may be offered to this agent, in milliseconds; {@link Timers#NEVER} for never. */
    final long need;
    /** The sum of the levels in what the queue demands. */
    final int score;
    /** When this queue asked this agent last, as a count of all that were asked; 0 for never. */
    long lastAsked;
    /** The place among the free ones of the tier; -1 when not there. Kept by {@link FreeSeats}. */
    int freeIndex = -1;

    Seat(Agent agent, Line line, Membership membership, Map<UUID, Integer> skills) {
        this.agent = agent;
        this.line = line;
        this.tier = membership.tier();
        this.position = membership.position();
        List<SkillDemand> demands = line.rules.demands();
        long least = line.opensAfter(tier);
        int sum = 0;
        for (SkillDemand demand : demands) {
            int level = skills.getOrDefault(demand.skillId(), 0);
            sum += level;
            least = Math.max(least, relaxedAfter(demand, level));
        }
        need = least;
        score = sum;
    }

    boolean possible() {
        return need != Timers.NEVER;
    }

    boolean eligible(Caller caller, long now) {
        return need <= caller.waited(now);
    }

    private static long relaxedAfter(SkillDemand demand, int level) {
        int lacking = demand.level() - level;
        if (lacking <= 0) {
            return 0;
        }
        return demand.relaxSeconds() == null || demand.relaxSeconds() == 0 ? Timers.NEVER : lacking * demand.relaxSeconds() * 1000L;
    }
}
