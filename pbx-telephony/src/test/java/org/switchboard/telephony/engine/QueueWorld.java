package org.switchboard.telephony.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.switchboard.telephony.callcentre.Registrations;
import org.switchboard.telephony.live.Subscription;

/** The phones of a call centre in virtual time: some answer, some reject, some let ring, some vanish; and what they must never be made to suffer. */
final class QueueWorld implements FakeWorld, Registrations {

    private static final Duration LATEST = Duration.ofMillis(30);

    private final VirtualTime time;
    private final Random random;
    private final Set<String> registered = new HashSet<>();
    private final List<Runnable> watchers = new CopyOnWriteArrayList<>();
    private final Map<String, Ring> rings = new HashMap<>();
    private final Map<String, String> talks = new HashMap<>();
    private final Map<String, Instant> otherCalls = new HashMap<>();
    private final List<String> violations = new ArrayList<>();
    private FakeAsterisk asterisk;
    private int legs;
    private int answers;

    QueueWorld(VirtualTime time, Random random) {
        this.time = time;
        this.random = random;
    }

    void phonesOf(FakeAsterisk of) {
        asterisk = of;
    }

    List<String> violations() {
        return violations;
    }

    int answers() {
        return answers;
    }

    /** What rings or talks now. */
    boolean isQuiet() {
        return rings.isEmpty() && talks.isEmpty();
    }

    void registered(String device, boolean now) {
        if (now ? registered.add(device) : registered.remove(device)) {
            watchers.forEach(Runnable::run);
        }
    }

    @Override
    public boolean isRegistered(String device) {
        return registered.contains(device);
    }

    @Override
    public Subscription watch(Collection<String> devices, Runnable changed) {
        watchers.add(changed);
        return () -> watchers.remove(changed);
    }

    /** A phone dials somebody by itself. */
    void callsElsewhere(String device) {
        var id = "other-" + legs++;
        otherCalls.put(device, time.instant());
        var length = Duration.ofMillis(1000 + random.nextInt(30_000));
        asterisk.callsElsewhere(id, device, length);
        time.after(length, () -> otherCalls.remove(device));
    }

    @Override
    public Duration lengthOf(String media) {
        return Duration.ofMillis(500 + media.length() * 10L);
    }

    @Override
    public Fate handedOver(String callerId, String context, String exten, Map<String, String> variables) {
        if (!context.equals("pbx-ring")) {
            return new Fate.Ends(Duration.ofSeconds(3));
        }
        var ring = new Ring(callerId);
        if (rings.put(callerId, ring) != null || talks.containsValue(callerId)) {
            violations.add("two agents' calls for " + callerId);
        }
        var devices = Arrays.stream(variables.get("PBX_RING").split("&")).map(dial -> dial.substring("PJSIP/".length())).toList();
        time.after(Duration.ofMillis(2), () -> begin(ring, devices));
        time.after(Duration.ofSeconds(Long.parseLong(variables.get("PBX_SECONDS"))).plusMillis(2), () -> timeIsUp(ring));
        return new Fate.InTheWorldsHands();
    }

    private void begin(Ring ring, List<String> devices) {
        if (ring.over) {
            return;
        }
        for (var device : devices) {
            var leg = "leg-" + legs++;
            if (rings.values().stream().anyMatch(other -> other.legs.containsValue(device)) || isTalking(device)) {
                violations.add(time.instant() + " " + device + " was rung for " + ring.callerId + " while it rang or talked for another");
            }
            var other = otherCalls.get(device);
            if (other != null && other.isBefore(time.instant().minus(LATEST))) {
                violations.add(time.instant() + " " + device + " was rung for " + ring.callerId + " during a call of its own");
            }
            ring.legs.put(leg, device);
            asterisk.legBegins(ring.callerId, leg, device);
            if (ring.over) {
                return;
            }
            react(ring, leg, device);
        }
    }

    private boolean isTalking(String device) {
        return talks.keySet().stream().filter(asterisk::exists).anyMatch(leg -> asterisk.look(leg).endpoint().equals(device));
    }

    private void react(Ring ring, String leg, String device) {
        var after = Duration.ofMillis(random.nextInt(12_000));
        switch (random.nextInt(10)) {
            case 0, 1 -> time.after(after, () -> {
                if (ring.legs.containsKey(leg) && !ring.over) {
                    ring.rejected = true;
                    asterisk.legEnds(leg, 21);
                }
            });
            case 2 -> {
                // Lets it ring.
            }
            case 3 -> time.after(after, () -> registered(device, false));
            default -> time.after(after, () -> answer(ring, leg));
        }
    }

    private void answer(Ring ring, String leg) {
        if (ring.over || !ring.legs.containsKey(leg) || !asterisk.exists(leg) || !asterisk.exists(ring.callerId)) {
            return;
        }
        answers++;
        end(ring);
        ring.legs.remove(leg);
        List.copyOf(ring.legs.keySet()).forEach(other -> asterisk.legEnds(other, 26, soon()));
        talks.put(leg, ring.callerId);
        asterisk.legAnswers(ring.callerId, leg);
        time.after(Duration.ofMillis(random.nextInt(40_000)), () -> {
            if (talks.containsKey(leg)) {
                switch (random.nextInt(3)) {
                    case 0 -> asterisk.hangsUp(Duration.ZERO, ring.callerId);
                    case 1 -> asterisk.legEnds(leg, 16);
                    default -> transfer(leg);
                }
            }
        });
    }

    /** The agent is out, the caller talks on with somebody else for a while. */
    private void transfer(String leg) {
        var caller = talks.remove(leg);
        asterisk.legEnds(leg, 16);
        asterisk.hangsUp(Duration.ofSeconds(20), caller);
    }

    private void timeIsUp(Ring ring) {
        if (!ring.over) {
            end(ring);
            List.copyOf(ring.legs.keySet()).forEach(leg -> asterisk.legEnds(leg, 16, soon()));
            time.after(soon(), () -> asterisk.ringingEnds(ring.callerId, "NOANSWER", "0"));
        }
    }

    private void end(Ring ring) {
        ring.over = true;
        rings.remove(ring.callerId, ring);
    }

    private Duration soon() {
        return Duration.ofMillis(random.nextInt((int) LATEST.toMillis()));
    }

    @Override
    public void gone(String channelId) {
        var ring = rings.get(channelId);
        if (ring != null) {
            end(ring);
            List.copyOf(ring.legs.keySet()).forEach(leg -> asterisk.legEnds(leg, 26, soon()));
        }
        List.copyOf(rings.values()).stream().filter(of -> of.legs.remove(channelId) != null && of.legs.isEmpty()).forEach(of -> {
            end(of);
            time.after(soon(), () -> asterisk.ringingEnds(of.callerId, of.rejected ? "BUSY" : "CHANUNAVAIL", of.rejected ? "21" : "26"));
        });
        var caller = talks.remove(channelId);
        if (caller != null) {
            asterisk.hangsUp(soon(), caller);
        }
        List.copyOf(talks.entrySet()).stream().filter(talk -> talk.getValue().equals(channelId)).forEach(talk -> asterisk.legEnds(talk.getKey(), 16));
    }

    /** Phones that ring together for a caller. */
    private static final class Ring {

        private final String callerId;
        private final Map<String, String> legs = new LinkedHashMap<>();
        private boolean rejected;
        private boolean over;

        Ring(String callerId) {
            this.callerId = callerId;
        }
    }
}
