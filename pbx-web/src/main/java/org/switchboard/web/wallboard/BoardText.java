package org.switchboard.web.wallboard;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.UUID;
import org.switchboard.telephony.board.BoardAgent;
import org.switchboard.telephony.board.BoardQueue;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes pictures of a board as JSON: the whole, and what changed from one to the next. In changes queues and agents go by their places in
 * the whole ({@code i}).
 */
final class BoardText {

    private final JsonMapper json = JsonMapper.shared();

    /**
     * All there is.
     *
     * @param picture the picture
     * @param now     the time by which browsers count
     * @return one line
     */
    String whole(BoardPicture picture, Instant now) {
        Map<UUID, Integer> agentPlaces = places(picture.agents());
        Map<UUID, Integer> queuePlaces = places(picture.queues());
        Map<String, Object> whole = new LinkedHashMap<>();
        whole.put("now", now.toEpochMilli());
        List<Object> queues = new ArrayList<>();
        for (BoardQueue queue : picture.settings().queues()) {
            Map<String, Object> one = new LinkedHashMap<>(Map.of("i", queuePlaces.get(queue.id()), "id", queue.id(), "n", queue.name(),
                    "g", queue.targetPercent(), "gs", queue.targetSeconds(),
                    "m", queue.agents().stream().map(agentPlaces::get).filter(Objects::nonNull).toList()));
            one.putAll(picture.queues().get(queue.id()));
            queues.add(one);
        }
        List<Object> agents = new ArrayList<>();
        for (BoardAgent agent : picture.settings().agents()) {
            Map<String, Object> one = new LinkedHashMap<>(Map.of("i", agentPlaces.get(agent.id()), "id", agent.id(), "n", agent.name()));
            one.putAll(withPlace(picture.agents().get(agent.id()), queuePlaces));
            agents.add(one);
        }
        whole.put("q", queues);
        whole.put("a", agents);
        whole.put("t", picture.total());
        return json.writeValueAsString(whole);
    }

    /**
     * What changed.
     *
     * @param before the picture that browsers have
     * @param after  the picture that they shall have, of the same queues and agents
     * @param now    the time
     * @return one line; empty when nothing changed
     */
    Optional<String> change(BoardPicture before, BoardPicture after, Instant now) {
        Map<UUID, Integer> queuePlaces = places(after.queues());
        List<Object> queues = changed(before.queues(), after.queues(), queuePlaces);
        List<Object> agents = changed(before.agents(), after.agents(), queuePlaces);
        Map<String, Object> total = changed(before.total(), after.total());
        if (queues.isEmpty() && agents.isEmpty() && total.isEmpty()) {
            return Optional.empty();
        }
        Map<String, Object> change = new LinkedHashMap<>();
        change.put("now", now.toEpochMilli());
        if (!queues.isEmpty()) {
            change.put("q", queues);
        }
        if (!agents.isEmpty()) {
            change.put("a", agents);
        }
        if (!total.isEmpty()) {
            change.put("t", total);
        }
        return Optional.of(json.writeValueAsString(change));
    }

    private static List<Object> changed(SequencedMap<UUID, Map<String, Object>> before, SequencedMap<UUID, Map<String, Object>> after,
                                        Map<UUID, Integer> queuePlaces) {
        List<Object> all = new ArrayList<>();
        int place = 0;
        for (Map.Entry<UUID, Map<String, Object>> entry : after.entrySet()) {
            Map<String, Object> changed = changed(before.get(entry.getKey()), entry.getValue());
            if (!changed.isEmpty()) {
                Map<String, Object> one = new LinkedHashMap<>();
                one.put("i", place);
                one.putAll(withPlace(changed, queuePlaces));
                all.add(one);
            }
            place++;
        }
        return all;
    }

    private static Map<String, Object> changed(Map<String, Object> before, Map<String, Object> after) {
        Map<String, Object> changed = new LinkedHashMap<>();
        after.forEach((name, value) -> {
            if (!Objects.equals(before.get(name), value)) {
                changed.put(name, value);
            }
        });
        return changed;
    }

    /** A queue that the viewer may not see has no place, and is not named. */
    private static Map<String, Object> withPlace(Map<String, Object> fields, Map<UUID, Integer> queuePlaces) {
        if (!(fields.get("q") instanceof UUID queueId)) {
            return fields;
        }
        Map<String, Object> placed = new LinkedHashMap<>(fields);
        placed.put("q", queuePlaces.get(queueId));
        return placed;
    }

    private static Map<UUID, Integer> places(SequencedMap<UUID, Map<String, Object>> things) {
        Map<UUID, Integer> places = new HashMap<>();
        things.keySet().forEach(id -> places.put(id, places.size()));
        return places;
    }
}
