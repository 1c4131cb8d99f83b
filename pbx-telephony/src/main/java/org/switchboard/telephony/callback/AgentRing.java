package org.switchboard.telephony.callback;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import org.switchboard.telephony.call.DeviceRef;
import org.switchboard.telephony.callcentre.CallbackOffer;
import org.switchboard.telephony.distribution.Miss;

/** The phones of one agent that ring for one callback. One of them wins, or all are lost, and either is said once. */
final class AgentRing {

    private final CallbackOffer offer;
    private final KeptCallback kept;
    private final SequencedMap<String, DeviceRef> channels = new LinkedHashMap<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<String, DeviceRef> ringing;
    private Miss worst = Miss.UNREACHABLE;
    private boolean withdrawn;
    private boolean decided;

    AgentRing(CallbackOffer offer, KeptCallback kept) {
        this.offer = offer;
        this.kept = kept;
        offer.devices().forEach(device -> channels.put("cb-" + UUID.randomUUID(), device));
        this.ringing = new LinkedHashMap<>(channels);
    }

    CallbackOffer offer() {
        return offer;
    }

    KeptCallback kept() {
        return kept;
    }

    /** The phones by the ids of their channels. */
    SequencedMap<String, DeviceRef> channels() {
        return channels;
    }

    /** Whether this phone is the first to answer, and nothing else has been decided. */
    boolean won(String channelId) {
        lock.lock();
        try {
            var wins = !decided && ringing.containsKey(channelId);
            decided |= wins;
            return wins;
        } finally {
            lock.unlock();
        }
    }

    /** Takes the offer back, unless somebody has answered. */
    boolean withdraw() {
        lock.lock();
        try {
            var first = !decided && !withdrawn;
            withdrawn |= first;
            return first;
        } finally {
            lock.unlock();
        }
    }

    /**
     * A phone no longer rings.
     *
     * @return why nobody answered, when it was the last of them; a refusal at one phone counts for all
     */
    Optional<Miss> lost(String channelId, Miss miss) {
        lock.lock();
        try {
            if (ringing.remove(channelId) == null || decided) {
                return Optional.empty();
            }
            worst = miss == Miss.REJECTED || worst == Miss.UNREACHABLE ? miss : worst;
            if (!ringing.isEmpty()) {
                return Optional.empty();
            }
            decided = true;
            return Optional.of(withdrawn ? Miss.WITHDRAWN : worst);
        } finally {
            lock.unlock();
        }
    }
}
