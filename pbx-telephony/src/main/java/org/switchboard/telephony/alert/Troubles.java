package org.switchboard.telephony.alert;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Remembers which thresholds are broken, and since when. A threshold that is kept again is shown so at once, but the episode is over
 * only when it was kept for {@link #CALM}: a queue that hovers at its bound raises one alert, not one a second. Pure; not thread-safe.
 */
final class Troubles {

    /** How long a threshold must be kept before its episode is over. */
    static final Duration CALM = Duration.ofSeconds(30);
    /** A service level of fewer calls than this says nothing. */
    static final int FEWEST_CALLS = 5;

    private record Key(UUID tenantId, UUID queueId, AlertKind kind) {
    }

    /** An episode; calm since then when it is not null. */
    private record Episode(Trouble trouble, Instant calmSince) {
    }

    private final Map<Key, Episode> episodes = new LinkedHashMap<>();

    /** What began or ended in a round. */
    sealed interface Change {

        /** An episode began. */
        record Began(Trouble trouble) implements Change {
        }

        /** An episode is over: the threshold was kept from then on. */
        record Ended(Trouble trouble, Instant at) implements Change {
        }
    }

    /** Goes on with an episode that was open before a restart. */
    void restore(Trouble trouble) {
        episodes.putIfAbsent(new Key(trouble.tenantId(), trouble.queueId(), trouble.kind()), new Episode(trouble, null));
    }

    /**
     * Compares all queues with their rules.
     *
     * @param now    the time
     * @param rules  all queues that there are
     * @param gauges what was measured, by queue
     * @return what changed since the last round
     */
    List<Change> look(Instant now, Collection<AlertRule> rules, Map<UUID, QueueGauge> gauges) {
        Map<Key, Trouble> broken = rules.stream()
                .flatMap(rule -> broken(now, rule, gauges.get(rule.queueId())).stream())
                .collect(Collectors.toMap(Troubles::key, Function.identity()));
        List<Change> changes = new ArrayList<>();
        broken.forEach((key, trouble) -> {
            Episode before = episodes.get(key);
            if (before == null) {
                episodes.put(key, new Episode(trouble, null));
                changes.add(new Change.Began(trouble));
            } else {
                episodes.put(key, new Episode(again(before.trouble(), trouble), null));
            }
        });
        for (Map.Entry<Key, Episode> entry : List.copyOf(episodes.entrySet())) {
            if (!broken.containsKey(entry.getKey())) {
                calm(now, entry.getKey(), entry.getValue()).ifPresent(changes::add);
            }
        }
        return changes;
    }

    /** What is broken in the last round, not what is calming down. */
    List<Trouble> now() {
        return episodes.values().stream().filter(episode -> episode.calmSince() == null).map(Episode::trouble).toList();
    }

    private Optional<Change> calm(Instant now, Key key, Episode episode) {
        Instant since = episode.calmSince() == null ? now : episode.calmSince();
        if (now.isBefore(since.plus(CALM))) {
            episodes.put(key, new Episode(episode.trouble(), since));
            return Optional.empty();
        }
        episodes.remove(key);
        return Optional.of(new Change.Ended(episode.trouble(), since));
    }

    private static Trouble again(Trouble before, Trouble now) {
        return new Trouble(now.tenantId(), now.queueId(), now.kind(), before.since(), now.value(), now.bound());
    }

    private static Key key(Trouble trouble) {
        return new Key(trouble.tenantId(), trouble.queueId(), trouble.kind());
    }

    private static List<Trouble> broken(Instant now, AlertRule rule, QueueGauge gauge) {
        List<Trouble> found = new ArrayList<>();
        if (gauge == null) {
            return found;
        }
        if (rule.waiting() != null && gauge.waiting() > rule.waiting()) {
            found.add(trouble(rule, AlertKind.WAITING, now, gauge.waiting(), rule.waiting()));
        }
        if (rule.waitSeconds() != null && gauge.oldest() != null) {
            Instant late = gauge.oldest().plusSeconds(rule.waitSeconds());
            if (now.isAfter(late)) {
                found.add(trouble(rule, AlertKind.WAIT, late, (int) Duration.between(gauge.oldest(), now).toSeconds(), rule.waitSeconds()));
            }
        }
        if (gauge.levelPercent() != null && gauge.levelCalls() >= FEWEST_CALLS && gauge.levelPercent() < rule.targetPercent()) {
            found.add(trouble(rule, AlertKind.SERVICE_LEVEL, now, gauge.levelPercent(), rule.targetPercent()));
        }
        return found;
    }

    private static Trouble trouble(AlertRule rule, AlertKind kind, Instant since, int value, int bound) {
        return new Trouble(rule.tenantId(), rule.queueId(), kind, since, value, bound);
    }
}
