package org.switchboard.telephony.distribution;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** One queue: its callers, those among them for whom an agent is looked for, and its free agents. Times are milliseconds. */
final class Line {

    final QueueRules rules;
    final long maxWait;
    final long aging;
    /** All who wait: also those who are being offered, and callbacks. */
    final Set<Caller> callers = new LinkedHashSet<>();
    /** Agents who could take its callers at some time of waiting and are signed in; of these, who are not paused. */
    int signedIn;
    int available;

    private final TreeMap<Integer, TreeSet<Caller>> asking = new TreeMap<>();
    private final TreeSet<Caller> front = new TreeSet<>(Caller.STEADY);
    private final List<FreeSeats> tiers = new ArrayList<>();
    private final TreeSet<Long> waves = new TreeSet<>();

    Line(QueueRules rules) {
        this.rules = rules;
        maxWait = rules.maxWaitSeconds() == null ? Timers.NEVER : rules.maxWaitSeconds() * 1000L;
        aging = rules.agingSeconds() == null || rules.agingSeconds() == 0 ? Timers.NEVER : rules.agingSeconds() * 1000L;
    }

    /** A tier without a time of its own opens with the one before; the first is always open. */
    long opensAfter(int tier) {
        for (int lower = tier; lower > 1; lower--) {
            Integer seconds = rules.tierOpensSeconds().get(lower);
            if (seconds != null) {
                return seconds * 1000L;
            }
        }
        return 0;
    }

    /** Makes room for a seat of which the agent may become free. */
    void know(Seat seat) {
        if (seat.need > 0) {
            waves.add(seat.need);
        }
        if (tiers.stream().noneMatch(tier -> tier.tier == seat.tier)) {
            tiers.add(new FreeSeats(seat.tier));
            tiers.sort(Comparator.comparingInt(tier -> tier.tier));
        }
    }

    void free(Seat seat) {
        tier(seat).add(seat);
    }

    void taken(Seat seat) {
        tier(seat).remove(seat);
    }

    private FreeSeats tier(Seat seat) {
        for (FreeSeats tier : tiers) {
            if (tier.tier == seat.tier) {
                return tier;
            }
        }
        throw new IllegalStateException("No tier " + seat.tier);
    }

    /** The free agents, lowest tier first. */
    List<FreeSeats> free() {
        return tiers;
    }

    void ask(Caller caller) {
        caller.asking = true;
        order(caller).add(caller);
    }

    void unask(Caller caller) {
        caller.asking = false;
        TreeSet<Caller> order = order(caller);
        order.remove(caller);
        if (order.isEmpty() && order != front) {
            asking.remove(caller.priority);
        }
    }

    private TreeSet<Caller> order(Caller caller) {
        return caller.rank != 0 ? front : asking.computeIfAbsent(caller.priority, _ -> new TreeSet<>(Caller.STEADY));
    }

    /**
     * Those for whom an agent is looked for and of whom one is the first whom an agent with this seat may take. Among equals of one priority the first
     * has waited longest, so if it is not open to him nobody is.
     */
    Caller first(Seat seat, long now, Comparator<Caller> order) {
        for (Caller pulled : front) {
            if (seat.eligible(pulled, now)) {
                return pulled;
            }
        }
        Caller best = null;
        for (TreeSet<Caller> equals : asking.values()) {
            Caller head = equals.getFirst();
            if (seat.eligible(head, now) && (best == null || order.compare(head, best) < 0)) {
                best = head;
            }
        }
        return best;
    }

    /** When a caller becomes open to more agents; {@link Timers#NEVER} when it stays as it is. */
    long nextWave(Caller caller, long now) {
        Long wave = waves.higher(caller.waited(now));
        return wave == null ? Timers.NEVER : caller.enteredAt + wave;
    }

    boolean has(Presence presence) {
        return switch (presence) {
            case ALWAYS -> true;
            case SIGNED_IN -> signedIn > 0;
            case AVAILABLE -> available > 0;
        };
    }

    /** How many wait on the phone; callbacks take nobody's place. */
    long onThePhone() {
        return callers.stream().filter(caller -> !caller.callback).count();
    }

    List<Caller> inOrder(long now) {
        return callers.stream().sorted(Caller.orderAt(now)).toList();
    }

    int position(Caller caller, long now) {
        Comparator<Caller> order = Caller.orderAt(now);
        return 1 + (int) callers.stream().filter(other -> order.compare(other, caller) < 0).count();
    }
}
