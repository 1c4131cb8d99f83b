package org.switchboard.telephony.callcentre;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.switchboard.telephony.distribution.AgentRules;
import org.switchboard.telephony.distribution.Event;
import org.switchboard.telephony.distribution.Membership;
import org.switchboard.telephony.distribution.Presence;
import org.switchboard.telephony.distribution.QueueRules;
import org.switchboard.telephony.distribution.SkillDemand;
import org.switchboard.telephony.distribution.Strategy;
import org.switchboard.telephony.plan.PlannedAgent;
import org.switchboard.telephony.plan.PlannedQueue;
import org.switchboard.telephony.plan.TenantPlan;

/** Says the settings of a company in the words of the distribution. */
public final class FloorRules {

    private FloorRules() {
    }

    /**
     * Reads a plan.
     *
     * @param plan the company's settings
     * @param at   when they come into force
     * @return the same for the distribution; equal for equal settings
     */
    public static Event.Configured of(TenantPlan plan, Instant at) {
        // By name, so that of equals the same one comes first whenever the settings are read.
        var queues = plan.callCentre().queues().stream().sorted(Comparator.comparing(PlannedQueue::name)).map(FloorRules::queue).toList();
        var agents = plan.callCentre().agents().stream().sorted(Comparator.comparing(PlannedAgent::name).thenComparing(PlannedAgent::id))
                .map(FloorRules::agent).toList();
        return new Event.Configured(at, queues, agents);
    }

    private static QueueRules queue(PlannedQueue queue) {
        var offers = queue.offers();
        var limits = queue.limits();
        return new QueueRules(queue.id(), Strategy.of(offers.strategy().value()), offers.ringSeconds(), offers.wrapUpSeconds(), offers.missedOffers(),
                offers.setAsideSeconds(), limits.maxLength(), limits.maxWaitSeconds(), Presence.of(limits.joinWhen().value()),
                Presence.of(limits.stayWhen().value()), orNever(queue.agingSeconds()), queue.tiers(), demands(queue));
    }

    private static List<SkillDemand> demands(PlannedQueue queue) {
        return queue.demands().stream().map(demand -> new SkillDemand(demand.skillId(), demand.level(), orNever(demand.relaxSeconds()))).toList();
    }

    private static Integer orNever(int seconds) {
        return seconds == 0 ? null : seconds;
    }

    private static AgentRules agent(PlannedAgent agent) {
        return new AgentRules(agent.id(), agent.skills(), agent.memberships().stream()
                .map(place -> new Membership(place.queueId(), place.tier(), place.position())).toList());
    }
}
