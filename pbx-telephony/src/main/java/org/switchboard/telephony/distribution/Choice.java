package org.switchboard.telephony.distribution;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** Who of the free agents is asked for a caller. */
final class Choice {

    private static final Comparator<Seat> BY_SETTINGS = Comparator.comparingInt(seat -> seat.agent.index);
    private static final Comparator<Seat> IDLE_LONGEST = Comparator.<Seat>comparingLong(seat -> seat.agent.idleSince()).thenComparing(BY_SETTINGS);
    private static final Map<Strategy, Comparator<Seat>> ORDERS = new EnumMap<>(Map.of(
            Strategy.RING_ALL, IDLE_LONGEST,
            Strategy.LONGEST_IDLE, IDLE_LONGEST,
            Strategy.ROUND_ROBIN, Comparator.<Seat>comparingLong(seat -> seat.lastAsked).thenComparingInt(seat -> seat.position)
                    .thenComparing(BY_SETTINGS),
            Strategy.FEWEST_CALLS, Comparator.<Seat>comparingInt(seat -> seat.agent.talksToday).thenComparing(IDLE_LONGEST),
            Strategy.RANDOM, BY_SETTINGS,
            Strategy.IN_ORDER, Comparator.<Seat>comparingInt(seat -> seat.position).thenComparing(BY_SETTINGS),
            Strategy.SKILLS, Comparator.<Seat>comparingInt(seat -> -seat.score).thenComparing(IDLE_LONGEST)));

    private final SplittableRandom random;

    Choice(long seed) {
        random = new SplittableRandom(seed);
    }

    /** Whether anyone may take this caller now. */
    boolean any(Caller caller, long now) {
        for (FreeSeats tier : caller.line.free()) {
            for (Seat seat : tier.all()) {
                if (seat.eligible(caller, now)) {
                    return true;
                }
            }
        }
        return false;
    }

    /**
     * Who is asked: of the agents whom the caller has tried least, those of the lowest tier, and of them the first by the strategy, or all of the lowest tier
     * when all are to ring. Empty when nobody may.
     */
    List<Seat> choose(Caller caller, long now) {
        Strategy strategy = caller.line.rules.strategy();
        if (strategy == Strategy.RING_ALL && !caller.callback) {
            return all(caller, now);
        }
        Seat best = null;
        int fewest = Integer.MAX_VALUE;
        for (FreeSeats tier : caller.line.free()) {
            Seat found = strategy == Strategy.RANDOM ? drawn(tier, caller, now) : first(tier, caller, now, ORDERS.get(strategy));
            if (found != null && caller.tries(found.agent) < fewest) {
                best = found;
                fewest = caller.tries(found.agent);
            }
            if (fewest == 0) {
                break;
            }
        }
        return best == null ? List.of() : List.of(best);
    }

    private static List<Seat> all(Caller caller, long now) {
        for (FreeSeats tier : caller.line.free()) {
            List<Seat> eligible = tier.all().stream().filter(seat -> seat.eligible(caller, now)).sorted(BY_SETTINGS).toList();
            if (!eligible.isEmpty()) {
                return eligible;
            }
        }
        return List.of();
    }

    private static Seat first(FreeSeats tier, Caller caller, long now, Comparator<Seat> order) {
        Seat best = null;
        for (Seat seat : tier.all()) {
            if (seat.eligible(caller, now) && (best == null || before(seat, best, caller, order))) {
                best = seat;
            }
        }
        return best;
    }

    private static boolean before(Seat seat, Seat other, Caller caller, Comparator<Seat> order) {
        int byTries = Integer.compare(caller.tries(seat.agent), caller.tries(other.agent));
        return byTries != 0 ? byTries < 0 : order.compare(seat, other) < 0;
    }

    private Seat drawn(FreeSeats tier, Caller caller, long now) {
        List<Seat> least = new ArrayList<>();
        for (Seat seat : tier.all()) {
            if (seat.eligible(caller, now)) {
                int tries = caller.tries(seat.agent);
                int sofar = least.isEmpty() ? Integer.MAX_VALUE : caller.tries(least.getFirst().agent);
                if (tries < sofar) {
                    least.clear();
                }
                if (tries <= sofar) {
                    least.add(seat);
                }
            }
        }
        return least.isEmpty() ? null : least.get(random.nextInt(least.size()));
    }
}
