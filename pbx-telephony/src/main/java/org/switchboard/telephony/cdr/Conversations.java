package org.switchboard.telephony.cdr;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Follows who shares a bridge with whom, and tells the legs. */
final class Conversations {

    private final Map<String, Set<LegBuilder>> bridges = new HashMap<>();
    private Instant firstJoin;

    /**
     * Takes in an event of a leg.
     *
     * @param event the event
     * @param leg   its leg
     */
    void see(ChannelEvent event, LegBuilder leg) {
        String bridge = event.extra().getOrDefault("bridge_id", "");
        switch (event.type()) {
            case BRIDGE_ENTER -> enter(event.at(), leg, bridges.computeIfAbsent(bridge, id -> new LinkedHashSet<>()));
            case BRIDGE_EXIT -> exit(event.at(), leg, bridges.getOrDefault(bridge, new LinkedHashSet<>()));
            default -> {
                // Only bridges join legs.
            }
        }
    }

    private void enter(Instant at, LegBuilder leg, Set<LegBuilder> inside) {
        if (inside.contains(leg)) {
            return;
        }
        for (LegBuilder other : inside) {
            leg.joined(at, other);
            other.joined(at, leg);
            if (firstJoin == null) {
                firstJoin = answered(leg, other);
            }
        }
        inside.add(leg);
    }

    /** When the called one of the two answered. */
    private static Instant answered(LegBuilder one, LegBuilder other) {
        if (one.isCaller()) {
            return other.answeredAt();
        }
        if (other.isCaller() || one.answeredAt().isBefore(other.answeredAt())) {
            return one.answeredAt();
        }
        return other.answeredAt();
    }

    private static void exit(Instant at, LegBuilder leg, Set<LegBuilder> inside) {
        if (!inside.remove(leg)) {
            return;
        }
        List<LegBuilder> alone = new ArrayList<>(List.of(leg));
        if (inside.size() == 1) {
            alone.addAll(inside);
        }
        alone.stream().filter(LegBuilder::isTalking).forEach(one -> one.left(at));
    }

    /**
     * When the first two legs to be joined had both answered, told by the called one's answer.
     *
     * @return that time; null when no two legs were ever joined
     */
    Instant firstJoin() {
        return firstJoin;
    }
}
