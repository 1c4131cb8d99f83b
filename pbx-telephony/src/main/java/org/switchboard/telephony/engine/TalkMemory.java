package org.switchboard.telephony.engine;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.switchboard.telephony.route.Surroundings.RingMemory;

/** What ring groups remember, for as long as this engine runs: a new one begins with the first member again. */
final class TalkMemory {

    private final Map<UUID, AtomicInteger> calls = new ConcurrentHashMap<>();
    private final Map<UUID, Instant> talks = new ConcurrentHashMap<>();

    /** The memory as one call sees it: a group counts the call when it first asks, and says the same from then on. */
    RingMemory ofOneCall() {
        return new RingMemory() {

            private final Map<UUID, Integer> asked = new ConcurrentHashMap<>();

            @Override
            public int calls(UUID groupId) {
                return asked.computeIfAbsent(groupId, id -> TalkMemory.this.calls.computeIfAbsent(id, _ -> new AtomicInteger()).getAndIncrement());
            }

            @Override
            public Instant lastTalk(UUID extensionId) {
                return talks.getOrDefault(extensionId, Instant.EPOCH);
            }
        };
    }

    void talked(UUID extensionId, Instant at) {
        talks.merge(extensionId, at, (one, other) -> one.isAfter(other) ? one : other);
    }
}
