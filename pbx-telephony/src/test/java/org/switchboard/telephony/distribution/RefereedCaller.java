package org.switchboard.telephony.distribution;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** A caller as the referee knows one. */
final class RefereedCaller {

    final String visit;
    final UUID queue;
    final long enteredAt;
    int priority;
    long rank;
    boolean callback;
    boolean due;
    Long offer;
    final Map<UUID, Integer> tries = new HashMap<>();

    RefereedCaller(String visit, UUID queue, long enteredAt) {
        this.visit = visit;
        this.queue = queue;
        this.enteredAt = enteredAt;
    }

    boolean asking() {
        return offer == null && (!callback || due);
    }
}
