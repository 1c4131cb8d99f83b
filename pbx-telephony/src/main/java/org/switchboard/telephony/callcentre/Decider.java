package org.switchboard.telephony.callcentre;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.switchboard.telephony.distribution.AgentView;
import org.switchboard.telephony.distribution.Decision;
import org.switchboard.telephony.distribution.Distribution;
import org.switchboard.telephony.distribution.Event;
import org.switchboard.telephony.distribution.WaitingCaller;

/** Asks the distribution, event by event, and has carried out what it decides. What happens while that is done comes next. */
final class Decider {

    private static final Logger log = LoggerFactory.getLogger(Decider.class);

    private final Distribution core;
    private final InstantSource clock;
    private final ArrayDeque<Event> events = new ArrayDeque<>();
    private Consumer<Decision> taker = decision -> log.error("Nobody carries out {}", decision);
    private boolean busy;

    Decider(UUID tenantId, InstantSource clock) {
        this.core = new Distribution(tenantId.getLeastSignificantBits());
        this.clock = clock;
    }

    void carriedOutBy(Consumer<Decision> who) {
        taker = who;
    }

    Instant now() {
        return clock.instant();
    }

    /** Something happened now. */
    void happened(Function<Instant, Event> event) {
        events.add(event.apply(now()));
        if (busy) {
            return;
        }
        busy = true;
        try {
            for (var next = events.poll(); next != null; next = events.poll()) {
                core.on(next).forEach(this::carryOut);
            }
        } finally {
            busy = false;
        }
    }

    /** What cannot be carried out must not keep what was decided with it from being so. */
    private void carryOut(Decision decision) {
        try {
            taker.accept(decision);
        } catch (RuntimeException e) {
            log.error("{} could not be carried out", decision, e);
        }
    }

    /** How long until something falls due; null for never. */
    Duration untilDue() {
        return core.nextWake().map(due -> Duration.between(now(), due)).orElse(null);
    }

    Optional<WaitingCaller> caller(String visit) {
        return core.caller(visit, now());
    }

    List<WaitingCaller> waiting(UUID queueId) {
        return core.waiting(queueId, now());
    }

    Optional<AgentView> agent(UUID agentId) {
        return core.agent(agentId);
    }
}
