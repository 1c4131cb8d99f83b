package org.switchboard.web.wallboard;

import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.switchboard.telephony.alert.Trouble;
import org.switchboard.telephony.board.BoardAgent;
import org.switchboard.telephony.board.BoardQueue;
import org.switchboard.telephony.board.BoardSettings;
import org.switchboard.telephony.callcentre.FloorView;
import org.switchboard.telephony.figures.CallFigures;
import org.switchboard.telephony.figures.Measure;

/**
 * What a wallboard shows at one moment, as fields with short names, so that what changed is small on the wire. Times are seconds since
 * 1970, {@code null} means that there is nothing to show. Of a queue (and of all together, {@code t}): {@code w} waiting callers, {@code b}
 * of these waiting to be called back, {@code o} when the longest waiting came, {@code sl} service level in percent, {@code an} answered,
 * {@code ab} abandoned, {@code h} average handling in seconds, {@code al} broken thresholds as [kind, since]. Of an agent: {@code s} status,
 * {@code t} since, {@code u} until, {@code r} reason of the pause, {@code c} the caller, {@code q} the caller's queue.
 *
 * @param settings what the numbers are about; a board with other settings is drawn anew
 * @param queues   a queue's fields by its id
 * @param agents   an agent's fields by his id
 * @param total    all queues together
 */
record BoardPicture(BoardSettings settings, SequencedMap<UUID, Map<String, Object>> queues, SequencedMap<UUID, Map<String, Object>> agents,
                    Map<String, Object> total) {

    private static final Map<String, Object> SIGNED_OUT = fields("s", "signed_out", "t", null, "u", null, "r", null, "c", null, "q", null);

    /**
     * Draws a board.
     *
     * @param settings the queues and agents that the viewer may see
     * @param floor    what is going on
     * @param day      what happened today
     * @param troubles which thresholds are broken
     * @return the picture
     */
    static BoardPicture of(BoardSettings settings, FloorView floor, Day day, List<Trouble> troubles) {
        Map<UUID, FloorView.Queue> waiting = floor.queues().stream().collect(Collectors.toMap(FloorView.Queue::queueId, Function.identity()));
        Map<UUID, FloorView.Agent> states = floor.agents().stream().collect(Collectors.toMap(FloorView.Agent::agentId, Function.identity()));
        SequencedMap<UUID, Map<String, Object>> queues = new LinkedHashMap<>();
        for (BoardQueue queue : settings.queues()) {
            FloorView.Queue now = waiting.get(queue.id());
            queues.put(queue.id(), queue(now == null ? List.of() : now.waiting(), day.queue(queue.id()),
                    troubles.stream().filter(trouble -> trouble.queueId().equals(queue.id())).toList()));
        }
        SequencedMap<UUID, Map<String, Object>> agents = new LinkedHashMap<>();
        for (BoardAgent agent : settings.agents()) {
            FloorView.Agent now = states.get(agent.id());
            agents.put(agent.id(), now == null ? SIGNED_OUT : agent(now));
        }
        List<FloorView.Waiting> everybody = settings.queues().stream().map(queue -> waiting.get(queue.id())).filter(Objects::nonNull)
                .flatMap(queue -> queue.waiting().stream()).toList();
        CallFigures together = settings.queues().stream().map(queue -> day.queue(queue.id())).reduce(CallFigures.NONE, CallFigures::plus);
        return new BoardPicture(settings, queues, agents, queue(everybody, together, List.of()));
    }

    private static Map<String, Object> queue(List<FloorView.Waiting> waiting, CallFigures today, List<Trouble> troubles) {
        return fields("w", waiting.size(), "b", waiting.stream().filter(FloorView.Waiting::callback).count(),
                "o", waiting.stream().filter(caller -> !caller.callback()).map(FloorView.Waiting::enteredAt).min(Comparator.naturalOrder())
                        .map(Instant::getEpochSecond).orElse(null),
                "sl", Day.percent(today), "an", today.get(Measure.ANSWERED), "ab", today.get(Measure.ABANDONED),
                "h", Day.seconds(today.averageHandling()),
                "al", troubles.stream().map(trouble -> List.<Object>of(trouble.kind().value(), trouble.since().getEpochSecond())).toList());
    }

    private static Map<String, Object> agent(FloorView.Agent agent) {
        return fields("s", agent.status().value(), "t", seconds(agent.since()), "u", seconds(agent.until()),
                "r", agent.pauseReason().isEmpty() ? null : agent.pauseReason(), "c", agent.call() == null ? null : caller(agent.call()),
                "q", agent.call() == null ? null : agent.call().queueId());
    }

    private static String caller(FloorView.AgentCall call) {
        return call.callerName().isEmpty() ? call.callerNumber() : call.callerName();
    }

    private static Long seconds(Instant moment) {
        return moment == null ? null : moment.getEpochSecond();
    }

    private static Map<String, Object> fields(Object... namesAndValues) {
        Map<String, Object> fields = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            fields.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return fields;
    }
}
