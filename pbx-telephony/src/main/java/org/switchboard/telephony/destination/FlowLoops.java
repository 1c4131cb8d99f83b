package org.switchboard.telephony.destination;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Finds ways on which a call comes back to where it was although nobody answered, rang or chose anything in between: it would
 * go round until the engine ends it. A pure function.
 */
public final class FlowLoops {

    /** The ways out that a call takes by itself. Behind the others a phone has rung or the caller has pressed a key. */
    private static final Set<String> BY_ITSELF = Set.of("to", "open", "closed", "holiday", "next", "no_input", "wrong_input",
            "full", "no_agents", "always", "busy", "not_registered", "outside_always", "outside_busy", "outside_not_registered");

    private FlowLoops() {
    }

    /**
     * Looks for the shortest way from a thing back to itself.
     *
     * @param exits where the ways out of all things lead, by thing and by the ways' keys
     * @param start the thing
     * @return what the call comes by, in order, the thing itself at the end; empty when there is no such way
     */
    public static Optional<List<Destination>> find(Map<UUID, Map<String, Destination>> exits, UUID start) {
        Map<UUID, Destination> cameBy = new HashMap<>();
        Map<UUID, UUID> cameFrom = new HashMap<>();
        Set<UUID> seen = new HashSet<>();
        Deque<UUID> next = new ArrayDeque<>(List.of(start));
        while (!next.isEmpty()) {
            UUID here = next.poll();
            for (Destination to : byItself(exits.getOrDefault(here, Map.of()))) {
                if (seen.add(to.nodeId())) {
                    cameBy.put(to.nodeId(), to);
                    cameFrom.put(to.nodeId(), here);
                    next.add(to.nodeId());
                }
            }
            if (seen.contains(start)) {
                return Optional.of(way(start, cameBy, cameFrom));
            }
        }
        return Optional.empty();
    }

    private static List<Destination> way(UUID start, Map<UUID, Destination> cameBy, Map<UUID, UUID> cameFrom) {
        List<Destination> way = new ArrayList<>(List.of(cameBy.get(start)));
        for (UUID here = cameFrom.get(start); !here.equals(start); here = cameFrom.get(here)) {
            way.addFirst(cameBy.get(here));
        }
        return way;
    }

    private static List<Destination> byItself(Map<String, Destination> exits) {
        return exits.entrySet().stream()
                .filter(exit -> BY_ITSELF.contains(exit.getKey()) && exit.getValue().nodeId() != null && isTaken(exit.getKey(), exits))
                .sorted(Map.Entry.comparingByKey())
                .map(Map.Entry::getValue)
                .toList();
    }

    // Where all calls are forwarded, none finds the extension busy or gone.
    private static boolean isTaken(String exit, Map<String, Destination> exits) {
        return switch (exit) {
            case "busy", "not_registered" -> !exits.containsKey("always");
            case "outside_busy", "outside_not_registered" -> !exits.containsKey("outside_always");
            default -> true;
        };
    }
}
