package org.switchboard.telephony.simulation;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.switchboard.telephony.distribution.Event;
import org.switchboard.telephony.figures.FigureRules;
import org.switchboard.telephony.figures.Grain;
import org.switchboard.telephony.figures.QueueFigures;
import org.switchboard.telephony.queuelog.QueueEvent;
import org.switchboard.telephony.queuelog.QueueEventKind;

/**
 * What happened on a day.
 *
 * @param begin  its first moment
 * @param end    the moment after its last
 * @param before the last that each agent did before, the earliest first
 * @param events what happened, the earliest first
 */
public record RecordedDay(Instant begin, Instant end, List<QueueEvent> before, List<QueueEvent> events) {

    /** How long a phone rings before it is answered, where the day does not tell. */
    public static final Duration USUAL_ANSWER = Duration.ofSeconds(4);

    /** Keeps unchangeable copies. */
    public RecordedDay {
        before = List.copyOf(before);
        events = List.copyOf(events);
    }

    /**
     * The day as it was.
     *
     * @param rules what counting goes by
     * @param until up to when it is known
     * @return what came of it
     */
    public SimulationResult asItWas(FigureRules rules, Instant until) {
        QueueFigures figures = new QueueFigures(rules, Grain.HOUR, begin, end);
        before.forEach(figures::add);
        events.forEach(figures::add);
        return new SimulationResult(figures, until.isBefore(end) ? until : end);
    }

    /**
     * When agents came and went; who was there at the beginning comes with it.
     *
     * @param agents of whom
     * @return signing in and out, pauses and their ends
     */
    public List<Event> comings(Set<UUID> agents) {
        List<Event> comings = new ArrayList<>();
        before.forEach(event -> add(comings, event, begin, agents));
        events.forEach(event -> add(comings, event, event.at(), agents));
        return comings;
    }

    private static void add(List<Event> comings, QueueEvent event, Instant at, Set<UUID> agents) {
        if (!agents.contains(event.agentId())) {
            return;
        }
        if (event.kind() == QueueEventKind.SIGNED_IN) {
            comings.add(new Event.AgentSignedIn(at, event.agentId()));
        } else if (event.kind() == QueueEventKind.SIGNED_OUT) {
            comings.add(new Event.AgentSignedOut(at, event.agentId()));
        } else if (event.kind() == QueueEventKind.PAUSED) {
            comings.add(new Event.AgentPaused(at, event.agentId()));
        } else if (event.kind() == QueueEventKind.RESUMED) {
            comings.add(new Event.AgentResumed(at, event.agentId()));
        }
    }

    /**
     * How long phones rang before they were answered.
     *
     * @return the median; {@link #USUAL_ANSWER} where nobody answered
     */
    public Duration answer() {
        Map<String, Instant> offered = new HashMap<>();
        List<Duration> rang = new ArrayList<>();
        for (QueueEvent event : events) {
            String ring = event.visit() + " " + event.agentId();
            if (event.kind() == QueueEventKind.OFFERED) {
                offered.put(ring, event.at());
            } else if (event.kind() == QueueEventKind.ANSWERED && offered.containsKey(ring)) {
                rang.add(Duration.between(offered.get(ring), event.at()));
            }
        }
        return rang.isEmpty() ? USUAL_ANSWER : rang.stream().sorted().toList().get(rang.size() / 2);
    }
}
