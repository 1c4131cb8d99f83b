package org.switchboard.telephony.simulation;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import org.switchboard.telephony.queuelog.QueueEvent;

/**
 * The callers of a day as they were. Who gave up has the patience that was seen. Who was answered, or was sent away, would have waited longer: how much
 * longer is drawn from what the patience of the others tells (with waiting that was cut short counted as what it is: all waiting of a queue, by those
 * who gave up). Who was answered talks as long as he did; for the others a talk of the same queue and day is drawn.
 */
public final class RecordedTraffic {

    /** Where a queue had no talk that day to draw from. */
    private static final Duration USUAL_TALK = Duration.ofMinutes(3);

    private final Map<String, Stay> stays = new LinkedHashMap<>();
    private final Map<UUID, List<Duration>> talks = new HashMap<>();
    private final UUID fullWrapUp;
    private final SplittableRandom random;

    private RecordedTraffic(UUID fullWrapUp, long seed) {
        this.fullWrapUp = fullWrapUp;
        random = new SplittableRandom(seed);
    }

    /**
     * Reads a day.
     *
     * @param events     what happened, the earliest first; stays that began before are left out
     * @param fullWrapUp in which queue agents take all the time that they are given to finish off; null for none, so that they are as fast as they were
     * @param seed       what is not known is drawn from it; the same seed gives the same traffic
     * @return the callers
     */
    public static Traffic of(Iterable<QueueEvent> events, UUID fullWrapUp, long seed) {
        RecordedTraffic recorded = new RecordedTraffic(fullWrapUp, seed);
        events.forEach(recorded::read);
        return recorded.traffic();
    }

    private void read(QueueEvent event) {
        if (event.visit() == null) {
            return;
        }
        switch (event.kind()) {
            case ENTERED -> stays.putIfAbsent(event.visit(), new Stay(event));
            case ANSWERED -> known(event).until(event, null, false);
            case ABANDONED -> known(event).until(event, null, true);
            case LEFT -> {
                String way = event.detail().getOrDefault("way", "");
                known(event).until(event, way, way.startsWith("key_"));
            }
            case CALLBACK_ASKED -> known(event).until(event, SimulatedCall.CALLBACK, true);
            case TALK_ENDED -> known(event).talk = millis(event, "talked");
            case WRAP_UP_ENDED -> known(event).wrapUp = millis(event, "wrapUp");
            case OFFERED, OFFER_ENDED, CALLBACK_ENDED, REORDERED, SIGNED_IN, SIGNED_OUT, PAUSED, RESUMED, SET_ASIDE -> {
                // Tells nothing about the caller.
            }
        }
    }

    /** A stay that began on another day is read and forgotten. */
    private Stay known(QueueEvent event) {
        Stay stay = stays.get(event.visit());
        return stay == null ? new Stay(event) : stay;
    }

    private Traffic traffic() {
        Map<UUID, Patience> patience = new HashMap<>();
        for (Stay stay : stays.values()) {
            patience.computeIfAbsent(stay.queueId, _ -> new Patience()).add(stay);
            if (stay.talk != null) {
                talks.computeIfAbsent(stay.queueId, _ -> new ArrayList<>()).add(stay.talk);
            }
        }
        return new Traffic(stays.values().stream().map(stay -> call(stay, patience.get(stay.queueId))).toList());
    }

    private SimulatedCall call(Stay stay, Patience patience) {
        Duration waits = stay.gaveUp ? stay.waited : patience.longer(stay.waited, random);
        return new SimulatedCall(stay.at, stay.queueId, stay.priority, waits, stay.gaveUp ? stay.way : null,
                stay.talk == null ? drawnTalk(stay.queueId) : stay.talk, stay.queueId.equals(fullWrapUp) ? null : stay.wrapUp);
    }

    private Duration drawnTalk(UUID queueId) {
        List<Duration> known = talks.getOrDefault(queueId, List.of());
        return known.isEmpty() ? USUAL_TALK : known.get(random.nextInt(known.size()));
    }

    private static Duration millis(QueueEvent event, String name) {
        String text = event.detail().getOrDefault(name, "0");
        return Duration.ofMillis(text.matches("[0-9]{1,15}") ? Long.parseLong(text) : 0);
    }

    /** How long callers of a queue wait: for a constant rate of giving up, the best guess of its mean is all waiting by all who gave up. */
    private static final class Patience {

        private Duration waited = Duration.ZERO;
        private int gaveUp;

        void add(Stay stay) {
            waited = waited.plus(stay.waited);
            gaveUp += stay.gaveUp ? 1 : 0;
        }

        /** Null when nobody gave up, and so nobody is taken to. */
        Duration longer(Duration already, SplittableRandom random) {
            return gaveUp == 0 ? null : already.plusMillis((long) (random.nextExponential() * waited.toMillis() / gaveUp));
        }
    }

    private static final class Stay {

        private final Instant at;
        private final UUID queueId;
        private final int priority;
        private Duration waited = Duration.ZERO;
        private String way;
        private boolean gaveUp;
        private Duration talk;
        private Duration wrapUp;

        Stay(QueueEvent entered) {
            at = entered.at();
            queueId = entered.queueId();
            String text = entered.detail().getOrDefault("priority", "5");
            priority = text.matches("[0-9]{1,2}") ? Integer.parseInt(text) : 5;
        }

        /** What comes first says how long the caller was ready to wait. */
        void until(QueueEvent event, String by, boolean givingUp) {
            if (!gaveUp) {
                waited = Duration.between(at, event.at());
                way = by;
                gaveUp = givingUp;
            }
        }
    }
}
