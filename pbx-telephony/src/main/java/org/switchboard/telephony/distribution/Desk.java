package org.switchboard.telephony.distribution;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Takes events one by one and lets the parts act. */
final class Desk {

    Desk(long seed) {
    }

    List<Decision> on(Event event) {
        return List.of();
    }

    Optional<Instant> nextWake() {
        return Optional.empty();
    }

    List<WaitingCaller> waiting(UUID queueId, Instant at) {
        return List.of();
    }

    Optional<WaitingCaller> caller(String visit, Instant at) {
        return Optional.empty();
    }

    List<AgentView> agents() {
        return List.of();
    }

    Optional<AgentView> agent(UUID agentId) {
        return Optional.empty();
    }
}
