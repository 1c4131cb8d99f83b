package org.switchboard.telephony.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/** Whether the right ones of the possible agents were asked. */
final class RefereedChoice {

    private RefereedChoice() {
    }

    static void check(QueueRules rules, RefereedCaller caller, List<RefereedAgent> possible, List<RefereedAgent> asked) {
        UUID queue = rules.queueId();
        if (rules.strategy() == Strategy.RING_ALL && !caller.callback) {
            int lowest = possible.stream().mapToInt(agent -> agent.membership(queue).tier()).min().orElseThrow();
            assertThat(asked).as("all of the lowest tier")
                    .containsExactlyInAnyOrderElementsOf(possible.stream().filter(agent -> agent.membership(queue).tier() == lowest).toList());
            return;
        }
        assertThat(asked).as("one agent at a time").hasSize(1);
        RefereedAgent one = asked.getFirst();
        Comparator<RefereedAgent> order = Comparator.<RefereedAgent>comparingInt(agent -> caller.tries.getOrDefault(agent.id, 0))
                .thenComparingInt(agent -> agent.membership(queue).tier());
        if (rules.strategy() != Strategy.RANDOM) {
            order = order.thenComparing(strategy(rules)).thenComparingInt(agent -> agent.index);
        }
        for (RefereedAgent other : possible) {
            assertThat(order.compare(one, other)).as("%s by %s, not %s", one, rules.strategy(), other).isLessThanOrEqualTo(0);
        }
    }

    private static Comparator<RefereedAgent> strategy(QueueRules rules) {
        UUID queue = rules.queueId();
        Comparator<RefereedAgent> idle = Comparator.comparingLong(RefereedAgent::idleSince);
        return switch (rules.strategy()) {
            case RING_ALL, LONGEST_IDLE, RANDOM -> idle;
            case ROUND_ROBIN -> Comparator.<RefereedAgent>comparingLong(agent -> agent.asked.getOrDefault(queue, 0L))
                    .thenComparingInt(agent -> agent.membership(queue).position());
            case FEWEST_CALLS -> Comparator.<RefereedAgent>comparingInt(agent -> agent.talks).thenComparing(idle);
            case IN_ORDER -> Comparator.comparingInt(agent -> agent.membership(queue).position());
            case SKILLS -> Comparator.<RefereedAgent>comparingInt(agent -> -rules.demands().stream()
                    .mapToInt(demand -> agent.rules.skills().getOrDefault(demand.skillId(), 0)).sum()).thenComparing(idle);
        };
    }
}
