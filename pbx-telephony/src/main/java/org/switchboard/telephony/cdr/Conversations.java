package org.switchboard.telephony.cdr;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Follows who shares a bridge with whom, and tells the legs. */
final class Conversations {

    private final Map<String, Set<LegBuilder>> bridges = new HashMap<>();
    private final Map<String, LegBuilder> byName;
    private Instant firstJoin;

    /**
     * Begins with everybody alone.
     *
     * @param legs all legs of the call
     */
    Conversations(Collection<LegBuilder> legs) {
        byName = legs.stream().collect(Collectors.toMap(LegBuilder::channelName, leg -> leg, (one, other) -> one));
    }

    /**
     * Takes in an event of a leg.
     *
     * @param event the event
     * @param leg   its leg
     */
    void see(ChannelEvent event, LegBuilder leg) {
        String bridge = event.extra().getOrDefault("bridge_id", "");
        switch (event.type()) {
            case BRIDGE_ENTER -> enter(event, leg, bridges.computeIfAbsent(bridge, id -> new LinkedHashSet<>()));
            case BRIDGE_EXIT -> exit(event.at(), leg, bridges.getOrDefault(bridge, new LinkedHashSet<>()));
            default -> {
                // Only bridges join legs.
            }
        }
    }

    /**
     * A leg that an attended transfer brought into this call entered the bridge while it belonged to another: it is known
     * here only as a peer of the one that enters now.
     */
    private void enter(ChannelEvent event, LegBuilder leg, Set<LegBuilder> inside) {
        if (inside.contains(leg)) {
            return;
        }
        event.peers().stream().map(byName::get).filter(peer -> peer != null && peer != leg).forEach(inside::add);
        Instant at = event.at();
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
