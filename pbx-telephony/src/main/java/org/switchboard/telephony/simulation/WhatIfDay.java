package org.switchboard.telephony.simulation;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.IntUnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.switchboard.telephony.callcentre.FloorRules;
import org.switchboard.telephony.distribution.AgentRules;
import org.switchboard.telephony.distribution.Event;
import org.switchboard.telephony.distribution.QueueRules;
import org.switchboard.telephony.distribution.Strategy;
import org.switchboard.telephony.figures.FigureRules;
import org.switchboard.telephony.input.NotFound;
import org.switchboard.telephony.plan.PlannedQueue;
import org.switchboard.telephony.plan.TenantPlan;

/** A day that is played otherwise: the settings of today with what is tried in their place. All queues are played, because they share agents. */
final class WhatIfDay {

    /** Whatever is drawn is drawn alike whatever is tried, so that differences come from what is tried. */
    private static final long SEED = 1;
    private static final Duration SHORTEST_PRESENCE = Duration.ofMinutes(1);

    private final WhatIfDraft draft;
    private final PlannedQueue queue;
    private final Event.Configured settings;
    private final FigureRules rules;
    private final ZoneId zone;
    private final Instant begin;
    private final Instant end;
    private final Instant now;

    private WhatIfDay(WhatIfDraft draft, PlannedQueue queue, TenantPlan plan, ZoneId zone, Instant begin, Instant end, Instant now) {
        this.draft = draft;
        this.queue = queue;
        this.settings = FloorRules.of(plan, begin);
        this.zone = zone;
        this.begin = begin;
        this.end = end;
        this.now = now;
        this.rules = FigureRules.of(zone, plan.callCentre().queues().stream().collect(Collectors.toMap(PlannedQueue::id,
                one -> Duration.ofSeconds(one.id().equals(queue.id()) ? serviceSeconds() : one.goal().seconds()))));
    }

    static WhatIfDay of(WhatIfDraft draft, TenantPlan plan, ZoneId zone, Instant begin, Instant end, Instant now) {
        PlannedQueue queue = plan.callCentre().queues().stream()
                .filter(one -> one.name().equalsIgnoreCase(draft.queue()) || draft.queue().equals(one.number()) || draft.queue().equals(one.id().toString()))
                .findFirst().orElseThrow(() -> new NotFound("queue", draft.queue()));
        return new WhatIfDay(draft, queue, plan, zone, begin, end, now);
    }

    private int serviceSeconds() {
        return draft.serviceLevelSeconds() == null ? queue.goal().seconds() : draft.serviceLevelSeconds();
    }

    /** Plays it; with made-up traffic when no day is given. */
    WhatIf play(RecordedDay day) {
        List<QueueRules> queues = settings.queues().stream().map(this::tried).toList();
        QueueRules tried = queues.stream().filter(this::isAsked).findFirst().orElseThrow();
        SimulationResult asItWas = day == null ? null : day.asItWas(rules, now);
        Set<UUID> were = settings.agents().stream().filter(this::serves).map(AgentRules::agentId).collect(Collectors.toSet());
        ShiftPlan shifts = new ShiftPlan(tried, settings.agents(), mostAgents());
        boolean shifted = day == null || draft.changesAgents();
        Set<UUID> others = settings.agents().stream().map(AgentRules::agentId).filter(id -> !shifted || !were.contains(id)).collect(Collectors.toSet());
        List<Event> comings = Stream.concat(day == null ? Stream.empty() : day.comings(others).stream(),
                shifted ? shifts.comings(begin, end, zone, agentsAt(asItWas, were)).stream() : Stream.empty()).toList();
        SimulationSetup setup = new SimulationSetup(queues, shifts.agents(), comings, day == null ? RecordedDay.USUAL_ANSWER : day.answer(), rules, SEED);
        SimulationResult asItWouldBe = Simulator.run(setup, traffic(day), begin, end);
        return new WhatIf(queue.id(), queue.name(), day == null ? null : begin.atZone(zone).toLocalDate(), zone, begin, end, serviceSeconds(),
                queue.goal().percent(), asItWas, asItWouldBe, were, shifts.ids());
    }

    private boolean isAsked(QueueRules one) {
        return one.queueId().equals(queue.id());
    }

    private boolean serves(AgentRules agent) {
        return agent.memberships().stream().anyMatch(place -> place.queueId().equals(queue.id()));
    }

    private QueueRules tried(QueueRules today) {
        if (!isAsked(today)) {
            return today;
        }
        return new QueueRules(today.queueId(), draft.strategy() == null ? today.strategy() : Strategy.of(draft.strategy().value()), today.ringSeconds(),
                draft.wrapUpSeconds() == null ? today.wrapUpSeconds() : draft.wrapUpSeconds(), today.missedOffers(), today.setAsideSeconds(),
                today.maxLength(), today.maxWaitSeconds(), today.joinWhen(), today.stayWhen(), today.agingSeconds(), today.tierOpensSeconds(),
                today.demands());
    }

    private int mostAgents() {
        int hours = draft.agentsByHour() == null ? 0 : draft.agentsByHour().stream().mapToInt(number -> number == null ? 0 : number).max().orElse(0);
        return Math.max(hours, draft.agents() == null ? 0 : draft.agents());
    }

    /** An hour of which nothing is said has as many agents as it had; one number is for all hours in which there was anybody. */
    private IntUnaryOperator agentsAt(SimulationResult asItWas, Set<UUID> were) {
        if (asItWas == null) {
            return hour -> hour(hour) != null ? hour(hour) : draft.agents() == null ? were.size() : draft.agents();
        }
        Map<Integer, Duration> presence = asItWas.times(were).entrySet().stream().collect(Collectors.toMap(
                entry -> entry.getKey().atZone(zone).getHour(), entry -> entry.getValue().signedIn(), Duration::plus));
        boolean nobodyAllDay = presence.values().stream().allMatch(time -> time.compareTo(SHORTEST_PRESENCE) < 0);
        return hour -> {
            Duration there = presence.getOrDefault(hour, Duration.ZERO);
            if (hour(hour) != null) {
                return hour(hour);
            } else if (draft.agents() == null) {
                return Math.toIntExact(Math.round(there.toMillis() / 3_600_000.0));
            }
            return nobodyAllDay || there.compareTo(SHORTEST_PRESENCE) >= 0 ? draft.agents() : 0;
        };
    }

    private Integer hour(int hour) {
        return draft.agentsByHour() == null || hour >= draft.agentsByHour().size() ? null : draft.agentsByHour().get(hour);
    }

    private Traffic traffic(RecordedDay day) {
        if (day != null) {
            return RecordedTraffic.of(day.events(), draft.wrapUpSeconds() == null ? null : queue.id(), SEED);
        }
        WhatIfTrafficDraft made = draft.traffic();
        return new SyntheticTraffic(queue.id(), made.rates(), Duration.ofSeconds(made.talkSeconds()), 0.6,
                made.patienceSeconds() == null ? null : Duration.ofSeconds(made.patienceSeconds()), queue.priority()).draw(begin, SEED);
    }
}
