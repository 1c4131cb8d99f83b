package org.switchboard.web.explain;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.switchboard.telephony.destination.DestinationKind;
import org.switchboard.telephony.hours.HoursStatus;
import org.switchboard.telephony.plan.PlannedExit;
import org.switchboard.telephony.plan.PlannedExtension;
import org.switchboard.telephony.plan.PlannedNumber;
import org.switchboard.telephony.plan.PlannedQueue;
import org.switchboard.telephony.plan.TenantPlan;
import org.switchboard.telephony.queue.QueueExit;
import org.switchboard.telephony.queue.Staffing;

/**
 * Reads from a plan where calls can go from a thing, and what of it is possible at a moment.
 *
 * @param plan the company's plan
 * @param now  the moment
 */
record FlowReader(TenantPlan plan, Instant now) {

    /** More than anybody can look at. */
    static final int MOST_NODES = 120;

    private static final String NUMBER = "number";
    private static final List<String> MENU_KEYS = Stream.concat(
            Stream.concat(IntStream.rangeClosed(1, 9).mapToObj(key -> "key_" + key), Stream.of("key_0", "key_star", "key_hash")),
            Stream.of("no_input", "wrong_input")).toList();
    private static final List<String> FORWARDS = List.of("always", "busy", "no_answer", "not_registered",
            "outside_always", "outside_busy", "outside_no_answer", "outside_not_registered");

    /** What a node stands for. */
    private record Place(String kind, UUID id, String value) {

        static Place to(PlannedExit exit) {
            return new Place(exit.kind().value(), exit.nodeId(), exit.value());
        }

        String key() {
            return id == null ? kind + ":" + value : id.toString();
        }
    }

    /**
     * The graph from a thing.
     *
     * @param id the thing
     * @return empty when the company has no such thing
     */
    Optional<FlowGraph> from(UUID id) {
        return start(id).map(start -> reached(read(start)));
    }

    private Optional<Place> start(UUID id) {
        return plan.numbers().stream().filter(number -> number.id().equals(id)).findFirst().map(number -> new Place(NUMBER, id, null))
                .or(() -> plan.extension(id).map(_ -> new Place("extension", id, null)))
                .or(() -> plan.menu(id).map(_ -> new Place("menu", id, null)))
                .or(() -> plan.schedule(id).map(_ -> new Place("schedule", id, null)))
                .or(() -> plan.ringGroup(id).map(_ -> new Place("ring_group", id, null)))
                .or(() -> plan.queue(id).map(_ -> new Place("queue", id, null)))
                .or(() -> plan.voicemail(id).map(_ -> new Place("voicemail", id, null)))
                .or(() -> plan.announcement(id).map(_ -> new Place("announcement", id, null)));
    }

    private FlowGraph read(Place start) {
        var found = new LinkedHashMap<String, FlowGraph.Node>();
        var seen = new HashSet<String>();
        var waiting = new ArrayDeque<Place>();
        waiting.add(start);
        seen.add(start.key());
        var cut = false;
        while (!waiting.isEmpty()) {
            var place = waiting.poll();
            var exits = exits(place);
            found.put(place.key(), node(place, exits));
            for (var exit : targets(place)) {
                if (seen.size() >= MOST_NODES && !seen.contains(exit.key())) {
                    cut = true;
                } else if (seen.add(exit.key())) {
                    waiting.add(exit);
                }
            }
        }
        return new FlowGraph(whole(found), cut);
    }

    // What was left out is not led to either.
    private static List<FlowGraph.Node> whole(Map<String, FlowGraph.Node> found) {
        return found.values().stream().map(node -> new FlowGraph.Node(node.key(), node.kind(), node.name(), node.path(), node.exits().stream()
                .filter(exit -> exit.to() == null || found.containsKey(exit.to())).toList(), node.now())).toList();
    }

    private List<Place> targets(Place place) {
        return place.id() == null ? List.of() : keys(place).stream().flatMap(key -> plan.exit(place.id(), key).stream())
                .filter(exit -> exit.kind() != DestinationKind.HANGUP).map(Place::to).toList();
    }

    private List<FlowGraph.Exit> exits(Place place) {
        return keys(place).stream().map(key -> {
            var to = plan.exit(place.id(), key);
            var ends = to.filter(exit -> exit.kind() == DestinationKind.HANGUP);
            var chosen = chosen(place);
            return new FlowGraph.Exit(key, ends.isPresent() ? null : to.map(exit -> Place.to(exit).key()).orElse(null),
                    ends.map(PlannedExit::value).orElse(null), chosen.isEmpty() || chosen.contains(key), chosen.contains(key), false);
        }).toList();
    }

    /** The ways out that are shown: where nothing is set for one that a call can need, it shows that the call ends. */
    private List<String> keys(Place place) {
        if (place.id() == null) {
            return List.of();
        }
        var set = plan.exits(place.id()).keySet();
        return switch (place.kind()) {
            case NUMBER -> List.of("to");
            case "schedule" -> set.contains("holiday") ? List.of("open", "closed", "holiday") : List.of("open", "closed");
            case "menu" -> MENU_KEYS.stream().filter(key -> set.contains(key) || !key.startsWith("key_")).toList();
            case "ring_group" -> List.of("no_answer");
            case "queue" -> plan.queue(place.id()).map(queue -> waysOut(queue, set)).orElse(List.of());
            case "announcement" -> List.of("next");
            case "extension" -> FORWARDS.stream().filter(set::contains).toList();
            default -> List.of();
        };
    }

    private static List<String> waysOut(PlannedQueue queue, Set<String> set) {
        var keys = new ArrayList<>(MENU_KEYS.stream().filter(key -> QueueExit.isKey(key) && set.contains(key)).toList());
        if (queue.limits().maxWaitSeconds() != null) {
            keys.add(QueueExit.MAX_WAIT);
        }
        if (queue.limits().maxLength() != null) {
            keys.add(QueueExit.FULL);
        }
        if (queue.limits().joinWhen() != Staffing.ALWAYS || queue.limits().stayWhen() != Staffing.ALWAYS) {
            keys.add(QueueExit.NO_AGENTS);
        }
        return keys;
    }

    /** The ways out that time or settings have chosen; empty when that is left to the caller and to those who are rung. */
    private List<String> chosen(Place place) {
        return switch (place.kind()) {
            case "schedule" -> List.of(status(place.id()));
            case "extension" -> plan.extension(place.id()).map(this::chosen).orElse(List.of());
            default -> List.of();
        };
    }

    private List<String> chosen(PlannedExtension extension) {
        var set = plan.exits(extension.id());
        if (set.containsKey("always")) {
            return List.of("always", "outside_always");
        }
        return extension.doNotDisturb() ? List.of("busy", "outside_busy", "outside_always") : List.of();
    }

    private String status(UUID scheduleId) {
        var status = plan.schedule(scheduleId).orElseThrow().hours().at(now).status();
        return status == HoursStatus.HOLIDAY && plan.exit(scheduleId, status.value()).isEmpty() ? HoursStatus.CLOSED.value() : status.value();
    }

    private FlowGraph.Node node(Place place, List<FlowGraph.Exit> exits) {
        var country = plan.company().country();
        var name = switch (place.kind()) {
            case NUMBER -> plan.numbers().stream().filter(number -> number.id().equals(place.id())).findFirst().map(PlannedNumber::label).orElse("");
            case "extension" -> plan.extension(place.id()).map(PlannedExtension::label).orElse("");
            case "menu" -> plan.menu(place.id()).map(menu -> menu.name()).orElse("");
            case "schedule" -> plan.schedule(place.id()).map(schedule -> schedule.name()).orElse("");
            case "ring_group" -> plan.ringGroup(place.id()).map(group -> group.name()).orElse("");
            case "queue" -> plan.queue(place.id()).map(queue -> queue.name()).orElse("");
            case "voicemail" -> plan.voicemail(place.id()).map(box -> box.label()).orElse("");
            case "announcement" -> plan.announcement(place.id()).map(announcement -> announcement.name()).orElse("");
            default -> place.value();
        };
        return new FlowGraph.Node(place.key(), place.kind(), RuleWords.shown(name, country),
                ThingLinks.path(place.kind(), place.id(), name.split(" ", 2)[0]), exits, false);
    }

    /** Marks what a call that comes now can come to. */
    private static FlowGraph reached(FlowGraph graph) {
        var nodes = new LinkedHashMap<String, FlowGraph.Node>();
        graph.nodes().forEach(node -> nodes.put(node.key(), node));
        var waiting = new ArrayDeque<>(List.of(graph.nodes().getFirst().key()));
        var seen = new HashSet<>(waiting);
        while (!waiting.isEmpty()) {
            var node = nodes.get(waiting.poll());
            var exits = new ArrayList<FlowGraph.Exit>();
            for (var exit : node.exits()) {
                exits.add(exit.open() ? exit.takenNow() : exit);
                if (exit.open() && exit.to() != null && seen.add(exit.to())) {
                    waiting.add(exit.to());
                }
            }
            nodes.put(node.key(), node.reachedNow(exits));
        }
        return new FlowGraph(List.copyOf(nodes.values()), graph.cut());
    }
}
