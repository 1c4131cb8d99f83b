package org.switchboard.telephony.report;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.switchboard.telephony.board.BoardAgent;
import org.switchboard.telephony.board.BoardQueue;
import org.switchboard.telephony.board.BoardSettings;
import org.switchboard.telephony.figures.AgentTimes;
import org.switchboard.telephony.figures.CallFigures;
import org.switchboard.telephony.figures.Cell;
import org.switchboard.telephony.figures.FigureRules;
import org.switchboard.telephony.figures.QueueFigures;
import org.switchboard.telephony.figures.Grain;
import org.switchboard.telephony.queue.ServiceGoal;
import org.switchboard.telephony.queuelog.RecordedEvent;

/** Puts one report together: takes the events, remembers by which names queues and agents went, and lays out the rows. */
final class ReportMaker {

    private final ReportQuestion question;
    private final BoardSettings settings;
    private final QueueFigures figures;
    private final ZoneId zone;
    private final Instant begin;
    private final Instant end;
    private final Instant until;
    private final Map<UUID, String> queueNames = new HashMap<>();
    private final Map<UUID, String> agentNames = new HashMap<>();

    ReportMaker(ReportQuestion question, BoardSettings settings, QueueFigures figures, ZoneId zone, Instant begin, Instant end, Instant until) {
        this.question = question;
        this.settings = settings;
        this.figures = figures;
        this.zone = zone;
        this.begin = begin;
        this.end = end;
        this.until = until;
    }

    void take(RecordedEvent recorded) {
        figures.add(recorded.event());
        if (recorded.queueName() != null) {
            queueNames.put(recorded.event().queueId(), recorded.queueName());
        }
        if (recorded.agentName() != null) {
            agentNames.put(recorded.event().agentId(), recorded.agentName());
        }
    }

    Report report() {
        Predicate<Cell> which = cell -> (question.queues() == null || cell.queueId() != null && question.queues().contains(cell.queueId()))
                && (question.agentId() == null || question.agentId().equals(cell.agentId()));
        List<Report.OfAgent> agents = agents(which);
        return new Report(question, zone, begin, end, until, figures.calls(which), queues(which), agents, times(which, agents));
    }

    private List<Report.OfQueue> queues(Predicate<Cell> which) {
        Map<UUID, CallFigures> calls = figures.callsBy(Cell::queueId, which);
        List<Report.OfQueue> rows = new ArrayList<>();
        for (BoardQueue queue : settings.queues()) {
            boolean asked = question.queues() == null ? question.agentId() == null : question.queues().contains(queue.id());
            if (asked || calls.containsKey(queue.id())) {
                rows.add(new Report.OfQueue(queue.id(), queue.name(), false, queue.targetSeconds(), queue.targetPercent(),
                        calls.getOrDefault(queue.id(), CallFigures.NONE)));
            }
        }
        calls.keySet().stream().filter(id -> settings.queue(id).isEmpty())
                .map(id -> new Report.OfQueue(id, queueNames.get(id), true, (int) FigureRules.USUAL_ANSWER_WITHIN.toSeconds(),
                        ServiceGoal.DEFAULT_PERCENT, calls.get(id)))
                .sorted(Comparator.comparing(Report.OfQueue::name, Comparator.nullsLast(Comparator.naturalOrder())))
                .forEach(rows::add);
        return rows;
    }

    private List<Report.OfAgent> agents(Predicate<Cell> which) {
        Map<UUID, CallFigures> calls = figures.callsBy(Cell::agentId, which);
        Map<UUID, AgentTimes> times = figures.timesBy(until, Cell::agentId, cell -> true);
        Set<UUID> ids = new LinkedHashSet<>(calls.keySet());
        times.keySet().stream().filter(this::isAsked).forEach(ids::add);
        return ids.stream().map(id -> {
            Optional<BoardAgent> known = settings.agent(id);
            return new Report.OfAgent(id, known.map(BoardAgent::name).orElse(agentNames.get(id)), known.isEmpty(),
                    calls.getOrDefault(id, CallFigures.NONE), times.getOrDefault(id, AgentTimes.NONE));
        }).sorted(Comparator.comparing(Report.OfAgent::deleted)
                .thenComparing(Report.OfAgent::name, Comparator.nullsLast(Comparator.naturalOrder()))
                .thenComparing(Report.OfAgent::id)).toList();
    }

    /** An agent without calls belongs to a report of some queues when he serves one of them. */
    private boolean isAsked(UUID agentId) {
        if (question.agentId() != null) {
            return question.agentId().equals(agentId);
        }
        return question.queues() == null || question.queues().stream().map(settings::queue).flatMap(Optional::stream)
                .anyMatch(queue -> queue.agents().contains(agentId));
    }

    private List<Report.OfTime> times(Predicate<Cell> which, List<Report.OfAgent> agents) {
        Set<UUID> shown = new HashSet<>();
        agents.forEach(agent -> shown.add(agent.id()));
        Map<Instant, CallFigures> calls = figures.callsBy(Cell::begin, which);
        Map<Instant, AgentTimes> times = figures.timesBy(until, Cell::begin, cell -> shown.contains(cell.agentId()));
        List<Report.OfTime> rows = new ArrayList<>();
        Grain grain = question.grain();
        Instant at = grain.begin(begin, zone);
        while (at.isBefore(end)) {
            Instant next = grain.next(at, zone);
            rows.add(new Report.OfTime(at, next, calls.getOrDefault(at, CallFigures.NONE), times.getOrDefault(at, AgentTimes.NONE)));
            at = next;
        }
        return rows;
    }
}
