package org.switchboard.telephony.simulation;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.IntUnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.switchboard.telephony.distribution.AgentRules;
import org.switchboard.telephony.distribution.Event;
import org.switchboard.telephony.distribution.Membership;
import org.switchboard.telephony.distribution.QueueRules;
import org.switchboard.telephony.distribution.SkillDemand;
import org.switchboard.telephony.figures.Grain;

/** So many agents of one queue, hour by hour: its own agents in their order, and more like them where it has too few. */
final class ShiftPlan {

    private final QueueRules queue;
    private final List<AgentRules> agents;
    private final List<AgentRules> pool;

    /**
     * Finds the agents.
     *
     * @param queue  the queue
     * @param agents all of the company
     * @param most   how many there will be at once, at most
     */
    ShiftPlan(QueueRules queue, List<AgentRules> agents, int most) {
        this.queue = queue;
        List<AgentRules> own = agents.stream().filter(agent -> place(agent) != null)
                .sorted((one, other) -> Integer.compare(order(one), order(other))).toList();
        pool = new ArrayList<>(own);
        for (int number = own.size(); number < most; number++) {
            pool.add(another(own, number));
        }
        this.agents = Stream.concat(agents.stream(), pool.stream().skip(own.size())).toList();
    }

    private Membership place(AgentRules agent) {
        return agent.memberships().stream().filter(place -> place.queueId().equals(queue.queueId())).findFirst().orElse(null);
    }

    private int order(AgentRules agent) {
        return place(agent).tier() * 100_000 + place(agent).position();
    }

    /** As good as the queue's own agents in turn; where it has none, as good as it asks for. */
    private AgentRules another(List<AgentRules> own, int number) {
        UUID id = new UUID(0, number + 1L);
        if (own.isEmpty()) {
            return new AgentRules(id, queue.demands().stream().collect(Collectors.toMap(SkillDemand::skillId, SkillDemand::level, Math::max)),
                    List.of(new Membership(queue.queueId(), 1, 1)));
        }
        AgentRules like = own.get(number % own.size());
        return new AgentRules(id, Map.copyOf(like.skills()), like.memberships());
    }

    /**
     * All agents of the company, and those who were added.
     *
     * @return the agents
     */
    List<AgentRules> agents() {
        return agents;
    }

    /**
     * Those who may be put on duty here.
     *
     * @return their ids
     */
    Set<UUID> ids() {
        return pool.stream().map(AgentRules::agentId).collect(Collectors.toSet());
    }

    /**
     * When they come and go.
     *
     * @param begin  the first moment of the day
     * @param end    the moment after its last
     * @param zone   the company's clock
     * @param atHour how many there are in an hour of the clock, 0 to 23
     * @return signing in and out, on the hour
     */
    List<Event> comings(Instant begin, Instant end, ZoneId zone, IntUnaryOperator atHour) {
        List<Event> comings = new ArrayList<>();
        Set<UUID> there = new HashSet<>();
        for (Instant hour = begin; hour.isBefore(end); hour = Grain.HOUR.next(hour, zone)) {
            int wanted = atHour.applyAsInt(hour.atZone(zone).getHour());
            for (int number = 0; number < pool.size(); number++) {
                UUID agent = pool.get(number).agentId();
                if (number < wanted && there.add(agent)) {
                    comings.add(new Event.AgentSignedIn(hour, agent));
                } else if (number >= wanted && there.remove(agent)) {
                    comings.add(new Event.AgentSignedOut(hour, agent));
                }
            }
        }
        there.stream().sorted().forEach(agent -> comings.add(new Event.AgentSignedOut(end, agent)));
        return comings;
    }
}
