package org.switchboard.telephony.plan;

import java.util.Collections;
import java.util.List;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.switchboard.telephony.queue.QueueAlerts;
import org.switchboard.telephony.queue.QueueCallback;
import org.switchboard.telephony.queue.QueueLimits;
import org.switchboard.telephony.queue.QueueOffers;
import org.switchboard.telephony.queue.QueueRecording;
import org.switchboard.telephony.queue.QueueSounds;
import org.switchboard.telephony.queue.ServiceGoal;

/**
 * A queue as calls need it. Who serves it is told by the agents' memberships.
 *
 * @param id           its id, also that of its node
 * @param name         what people read
 * @param number       what extensions dial for it; null when it cannot be dialled
 * @param priority     1 to 10, the higher, the earlier: of callers whom no rule gives another
 * @param agingSeconds waiting for so long counts as one step of priority; 0 for never
 * @param offers       how callers are offered to agents
 * @param limits       who may wait, and how long
 * @param sounds       what callers hear
 * @param callback     whether and how they can be called back
 * @param goal         how well it means to serve
 * @param alerts       when it calls for attention
 * @param recording    whether talks are recorded
 * @param tiers        after how many seconds of waiting each tier from 2 on opens; a tier that is missing opens with the one before
 * @param demands      what is asked of its agents
 */
public record PlannedQueue(UUID id, String name, String number, int priority, int agingSeconds, QueueOffers offers, QueueLimits limits,
                           QueueSounds sounds, QueueCallback callback, ServiceGoal goal, QueueAlerts alerts, QueueRecording recording,
                           SequencedMap<Integer, Integer> tiers, List<Demand> demands) {

    /** Keeps unchangeable copies. */
    public PlannedQueue {
        tiers = Collections.unmodifiableSequencedMap(new TreeMap<>(tiers));
        demands = List.copyOf(demands);
    }

    /**
     * What is asked of an agent.
     *
     * @param skillId      what the agent must know
     * @param level        1 to 10: how well
     * @param relaxSeconds the level goes down by one whenever a caller has waited so much longer, down to nothing; 0 for never
     */
    public record Demand(UUID skillId, int level, int relaxSeconds) {
    }
}
