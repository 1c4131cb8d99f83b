package org.switchboard.web.api.v1;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.switchboard.telephony.queue.Queue;
import org.switchboard.telephony.queue.QueueAgent;
import org.switchboard.telephony.queue.QueueAlerts;
import org.switchboard.telephony.queue.QueueCallback;
import org.switchboard.telephony.queue.QueueExit;
import org.switchboard.telephony.queue.QueueLimits;
import org.switchboard.telephony.queue.QueueOffers;
import org.switchboard.telephony.queue.QueueRecording;
import org.switchboard.telephony.queue.QueueSkill;
import org.switchboard.telephony.queue.QueueSounds;
import org.switchboard.telephony.queue.QueueTier;
import org.switchboard.telephony.queue.ServiceGoal;

/**
 * A queue as the API shows it.
 *
 * @param id           its id
 * @param name         what people of the company call it
 * @param number       what extensions dial for it; null when it cannot be dialled
 * @param priority     of callers whom no rule gives another; the higher, the earlier
 * @param agingSeconds waiting for so long counts as one step of priority; 0 for never
 * @param offers       how callers are offered to agents
 * @param limits       who may wait, and how long
 * @param sounds       what callers hear
 * @param callback     whether and how they can be called back
 * @param serviceLevel how well it means to serve
 * @param alerts       when it calls for attention
 * @param recording    whether talks are recorded
 * @param agents       who serves it, in tiers and in its own order
 * @param tiers        when the tiers from 2 on open
 * @param skills       what is asked of agents
 * @param full         where callers go when as many wait as may; null when the call ends then, here and in the next two
 * @param maxWait      where they go after having waited as long as they may
 * @param noAgents     where they go when there are not the agents that there must be
 * @param keys         where they can go by a key while they wait
 * @param createdAt    when it was made
 */
@Schema(name = "Queue")
record QueueReply(UUID id, String name, @Schema(types = {"string", "null"}) String number, int priority, int agingSeconds, QueueOffers offers,
                  QueueLimits limits, QueueSounds sounds, QueueCallback callback, ServiceGoal serviceLevel, QueueAlerts alerts,
                  QueueRecording recording, List<Member> agents, List<QueueTier> tiers, List<QueueSkill> skills, DestinationReply full,
                  DestinationReply maxWait, DestinationReply noAgents, Map<String, DestinationReply> keys, Instant createdAt) {

    /**
     * Who serves the queue.
     *
     * @param id       the agent
     * @param agent    the agent's number
     * @param name     the agent's name
     * @param tier     with whom the agent is asked
     * @param position place in the queue's own order
     */
    @Schema(name = "QueueAgent")
    record Member(UUID id, String agent, String name, int tier, int position) {

        static Member of(QueueAgent agent) {
            return new Member(agent.agentId(), agent.agent(), agent.name(), agent.tier(), agent.position());
        }
    }

    static QueueReply of(Queue queue) {
        var settings = queue.settings();
        return new QueueReply(queue.id(), queue.name(), queue.number(), settings.priority(), settings.agingSeconds(), settings.offers(),
                settings.limits(), settings.sounds(), settings.callback(), settings.goal(), settings.alerts(), settings.recording(),
                queue.agents().stream().map(Member::of).toList(), queue.tiers(), queue.skills(), DestinationReply.of(queue.exit(QueueExit.FULL)),
                DestinationReply.of(queue.exit(QueueExit.MAX_WAIT)), DestinationReply.of(queue.exit(QueueExit.NO_AGENTS)),
                DestinationReply.of(queue.keys()), queue.createdAt());
    }
}
