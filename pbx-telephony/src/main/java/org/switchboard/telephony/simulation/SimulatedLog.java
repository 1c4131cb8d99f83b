package org.switchboard.telephony.simulation;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.switchboard.telephony.figures.QueueFigures;
import org.switchboard.telephony.queuelog.QueueEvent;
import org.switchboard.telephony.queuelog.QueueEventKind;

/** Tells the figures what happened in the words in which the engine does, so that a simulated day is counted as a real one. */
final class SimulatedLog {

    private static final UUID NOBODYS = new UUID(0, 0);

    private final QueueFigures figures;
    private long number;

    SimulatedLog(QueueFigures figures) {
        this.figures = figures;
    }

    void add(Instant at, QueueEventKind kind, UUID queueId, UUID agentId, String visit, Map<String, String> detail) {
        figures.add(new QueueEvent(new UUID(0, ++number), NOBODYS, at, kind, queueId, agentId, visit, null, detail));
    }

    void agent(Instant at, QueueEventKind kind, UUID agentId) {
        add(at, kind, null, agentId, null, Map.of());
    }

    static String millis(Instant from, Instant to) {
        return Long.toString(Duration.between(from, to).toMillis());
    }
}
