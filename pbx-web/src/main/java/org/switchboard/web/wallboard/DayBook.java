package org.switchboard.web.wallboard;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.LinkedBlockingQueue;
import org.switchboard.telephony.figures.Cell;
import org.switchboard.telephony.figures.FigureRules;
import org.switchboard.telephony.figures.Grain;
import org.switchboard.telephony.figures.QueueFigures;
import org.switchboard.telephony.queuelog.QueueEvent;

/** One company's day: counts each event once. Hearing never waits for who reads. */
final class DayBook {

    private static final int MOST_HEARD = 50_000;

    private final FigureRules rules;
    private final Instant midnight;
    private final Instant end;
    private final QueueFigures figures;
    private final Set<UUID> counted = new HashSet<>();
    private final Queue<QueueEvent> heard = new LinkedBlockingQueue<>(MOST_HEARD);
    private Day day = Day.EMPTY;
    private boolean stale;
    private volatile Instant looked;

    DayBook(FigureRules rules, Instant now) {
        this.rules = rules;
        this.midnight = Grain.DAY.begin(now, rules.zone());
        this.end = Grain.DAY.next(midnight, rules.zone());
        this.figures = new QueueFigures(rules, Grain.DAY, midnight, end);
        this.looked = now;
    }

    FigureRules rules() {
        return rules;
    }

    Instant midnight() {
        return midnight;
    }

    Instant end() {
        return end;
    }

    boolean isOver(Instant now) {
        return !now.isBefore(end);
    }

    boolean isDue(Instant now, Duration age) {
        return now.isAfter(looked.plus(age));
    }

    void looked(Instant now) {
        looked = now;
    }

    /** Takes an event to be counted when somebody looks; false when nobody did for so long that it is better to begin anew. */
    boolean hear(QueueEvent event) {
        return heard.offer(event);
    }

    synchronized void count(QueueEvent event) {
        if (!event.at().isBefore(midnight) && event.at().isBefore(end) && counted.add(event.id())) {
            figures.add(event);
            stale = true;
        }
    }

    /** The figures with all that was heard. */
    synchronized Day day() {
        for (QueueEvent event = heard.poll(); event != null; event = heard.poll()) {
            count(event);
        }
        if (stale) {
            day = new Day(figures.callsBy(Cell::queueId, cell -> true), figures.callsBy(Cell::agentId, cell -> true));
            stale = false;
        }
        return day;
    }
}
