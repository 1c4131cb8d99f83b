package org.switchboard.telephony.figures;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import org.switchboard.telephony.figures.CallFigures.Tally;
import org.switchboard.telephony.queuelog.QueueEvent;

/**
 * Counts events of one company's queues in a time. The wallboard adds each event as it happens, a report adds all of its period: the
 * numbers are the same. Events come in the order of their time; the order of those of the same moment does not matter, and each is to
 * come once. For one thread.
 */
public final class QueueFigures {

    private final FigureRules rules;
    private final Grain grain;
    private final Instant from;
    private final Instant to;
    private final Map<Cell, Tally> calls = new HashMap<>();
    private final Map<Cell, AgentTimes> times = new HashMap<>();
    private final Map<UUID, AgentClock> agents = new HashMap<>();
    private Instant begin = Instant.MAX;
    private Instant end = Instant.MIN;

    /**
     * Begins to count.
     *
     * @param rules what counting goes by
     * @param grain how finely time is divided
     * @param from  first moment that is counted; earlier events only tell where agents were
     * @param to    moment after the last that is counted
     */
    public QueueFigures(FigureRules rules, Grain grain, Instant from, Instant to) {
        this.rules = rules;
        this.grain = grain;
        this.from = from;
        this.to = to;
    }

    /**
     * Counts events that are all at hand.
     *
     * @param events what happened, the earliest first
     * @param rules  what counting goes by
     * @param grain  how finely time is divided
     * @param from   first moment that is counted
     * @param to     moment after the last that is counted
     * @return the figures
     */
    public static QueueFigures fold(Iterable<QueueEvent> events, FigureRules rules, Grain grain, Instant from, Instant to) {
        QueueFigures figures = new QueueFigures(rules, grain, from, to);
        events.forEach(figures::add);
        return figures;
    }

    /**
     * Counts an event.
     *
     * @param event what happened
     */
    public void add(QueueEvent event) {
        if (!event.at().isBefore(to)) {
            return;
        }
        if (event.agentId() != null && AgentClock.isMovedBy(event.kind())) {
            agents.computeIfAbsent(event.agentId(), id -> new AgentClock()).add(event, spending(event.agentId(), times));
        }
        if (!event.at().isBefore(from)) {
            count(event);
        }
    }

    private void count(QueueEvent event) {
        Tally tally = calls.computeIfAbsent(new Cell(event.queueId(), event.agentId(), bucket(event.at())), cell -> new Tally());
        long waited = millis(event, "waited");
        switch (event.kind()) {
            case ENTERED -> tally.add(Measure.ENTERED, 1);
            case ANSWERED -> {
                tally.add(Measure.ANSWERED, 1);
                tally.add(Measure.ANSWERED_IN_TIME, waited <= within(event) ? 1 : 0);
                tally.add(Measure.WAITED_ANSWERED, waited);
                tally.add(Measure.CALLBACKS_ANSWERED, "true".equals(event.detail().get("callback")) ? 1 : 0);
            }
            case ABANDONED -> {
                tally.add(Measure.ABANDONED, 1);
                tally.add(Measure.ABANDONED_LATE, waited > within(event) ? 1 : 0);
                tally.add(Measure.WAITED_ABANDONED, waited);
            }
            case LEFT -> tally.add(left(event.detail().getOrDefault("way", "")), 1);
            case CALLBACK_ASKED -> tally.add(Measure.CALLBACKS_ASKED, 1);
            case CALLBACK_ENDED -> tally.add("cancelled".equals(event.detail().get("result")) ? Measure.CALLBACKS_CANCELLED : Measure.CALLBACKS_FAILED, 1);
            case TALK_ENDED -> {
                tally.add(Measure.TALKS, 1);
                tally.add(Measure.TALKED, millis(event, "talked"));
            }
            case WRAP_UP_ENDED -> tally.add(Measure.WRAP_UP, millis(event, "wrapUp"));
            case OFFERED -> tally.add(Measure.OFFERS, 1);
            case OFFER_ENDED -> offerEnded(tally, event.detail().getOrDefault("result", ""));
            case REORDERED, SIGNED_IN, SIGNED_OUT, PAUSED, RESUMED, SET_ASIDE -> {
                // Nothing to count.
            }
        }
        tally.add(Measure.LONGEST_WAIT, waited);
    }

    private long within(QueueEvent event) {
        return rules.within(event.queueId()).toMillis();
    }

    private static Measure left(String way) {
        return switch (way) {
            case "full" -> Measure.LEFT_FULL;
            case "max_wait" -> Measure.LEFT_MAX_WAIT;
            case "no_agents" -> Measure.LEFT_NO_AGENTS;
            case String key when key.startsWith("key_") -> Measure.LEFT_KEY;
            default -> Measure.LEFT_OTHER;
        };
    }

    private static void offerEnded(Tally tally, String result) {
        switch (result) {
            case "no_answer" -> tally.add(Measure.MISSED, 1);
            case "rejected" -> tally.add(Measure.REJECTED, 1);
            case "unreachable", "failed" -> tally.add(Measure.UNREACHED, 1);
            default -> {
                // The caller had gone, another was faster, or the offer was taken back: no fault of the agent's.
            }
        }
    }

    /** A number that somebody spoilt counts as nothing: one event must not keep a company from its report. */
    private static long millis(QueueEvent event, String name) {
        String text = event.detail().getOrDefault(name, "0");
        return text.length() <= 15 && !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9') ? Long.parseLong(text) : 0;
    }

    private Instant bucket(Instant at) {
        if (at.isBefore(begin) || !at.isBefore(end)) {
            begin = grain.begin(at, rules.zone());
            end = grain.next(begin, rules.zone());
        }
        return begin;
    }

    private AgentClock.Spent spending(UUID agentId, Map<Cell, AgentTimes> book) {
        return (state, reason, since, until) -> {
            Instant at = since.isBefore(from) ? from : since;
            Instant last = until.isAfter(to) ? to : until;
            while (at.isBefore(last)) {
                Instant hour = bucket(at);
                Instant stop = end.isBefore(last) ? end : last;
                book.merge(new Cell(null, agentId, hour), AgentTimes.of(state, reason, Duration.between(at, stop)), AgentTimes::plus);
                at = stop;
            }
        };
    }

    /**
     * What was counted of calls, put together.
     *
     * @param which the cells that count
     * @return their sum
     */
    public CallFigures calls(Predicate<Cell> which) {
        Tally sum = new Tally();
        calls.forEach((cell, tally) -> {
            if (which.test(cell)) {
                sum.add(tally);
            }
        });
        return sum.figures();
    }

    /**
     * What was counted of calls in one queue.
     *
     * @param queueId the queue
     * @return the figures; {@link CallFigures#NONE} when nothing happened
     */
    public CallFigures ofQueue(UUID queueId) {
        return calls(cell -> queueId.equals(cell.queueId()));
    }

    /**
     * What was counted of the calls of one agent.
     *
     * @param agentId the agent
     * @return the figures; {@link CallFigures#NONE} when nothing happened
     */
    public CallFigures ofAgent(UUID agentId) {
        return calls(cell -> agentId.equals(cell.agentId()));
    }

    /**
     * What was counted of calls, by anything that a cell tells.
     *
     * @param key   what a cell belongs to; cells for which it gives null are left out
     * @param which the cells that count
     * @param <K>   kind of key
     * @return the sums
     */
    public <K> Map<K, CallFigures> callsBy(Function<Cell, K> key, Predicate<Cell> which) {
        Map<K, Tally> sums = new HashMap<>();
        calls.forEach((cell, tally) -> {
            K group = which.test(cell) ? key.apply(cell) : null;
            if (group != null) {
                sums.computeIfAbsent(group, one -> new Tally()).add(tally);
            }
        });
        Map<K, CallFigures> figures = new HashMap<>();
        sums.forEach((group, tally) -> figures.put(group, tally.figures()));
        return figures;
    }

    /**
     * How long agents were in which state, by anything that a cell tells; its queue is null.
     *
     * @param until the time up to which is counted, for states that last: now, or the end of the period
     * @param key   what a cell belongs to; cells for which it gives null are left out
     * @param which the cells that count
     * @param <K>   kind of key
     * @return the sums
     */
    public <K> Map<K, AgentTimes> timesBy(Instant until, Function<Cell, K> key, Predicate<Cell> which) {
        Map<Cell, AgentTimes> book = new HashMap<>(times);
        agents.forEach((agentId, clock) -> clock.look(until, spending(agentId, book)));
        Map<K, AgentTimes> sums = new HashMap<>();
        book.forEach((cell, spent) -> {
            K group = which.test(cell) ? key.apply(cell) : null;
            if (group != null) {
                sums.merge(group, spent, AgentTimes::plus);
            }
        });
        return sums;
    }

    /**
     * How long one agent was in which state.
     *
     * @param agentId the agent
     * @param until   the time up to which is counted
     * @return the times
     */
    public AgentTimes timesOf(UUID agentId, Instant until) {
        return timesBy(until, Cell::agentId, cell -> agentId.equals(cell.agentId())).getOrDefault(agentId, AgentTimes.NONE);
    }
}
