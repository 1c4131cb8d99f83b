package org.switchboard.web.api.v1;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.switchboard.telephony.agent.Agent;
import org.switchboard.telephony.agent.AgentQueue;
import org.switchboard.telephony.agent.AgentSkill;

/**
 * An agent as the API shows him.
 *
 * @param id        his id
 * @param name      what people read
 * @param number    what is dialled to sign in at another's phone
 * @param userId    who signs in by the browser; null for nobody
 * @param extension number of the phone at which he signs in unless he says another; null for none
 * @param hasPin    whether a PIN was set
 * @param skills    what he knows
 * @param queues    which queues he serves
 * @param createdAt when he was made an agent
 */
@Schema(name = "Agent")
record AgentReply(UUID id, String name, String number, @Schema(types = {"string", "null"}, format = "uuid") UUID userId,
                  @Schema(types = {"string", "null"}) String extension, boolean hasPin, List<AgentSkill> skills, List<Served> queues, Instant createdAt) {

    /**
     * A queue that the agent serves.
     *
     * @param id       the queue
     * @param queue    the queue's name
     * @param tier     with whom the agent is asked
     * @param position place in the queue's own order
     */
    @Schema(name = "AgentQueue")
    record Served(UUID id, String queue, int tier, int position) {

        static Served of(AgentQueue queue) {
            return new Served(queue.queueId(), queue.queue(), queue.tier(), queue.position());
        }
    }

    static AgentReply of(Agent agent) {
        return new AgentReply(agent.id(), agent.name(), agent.number(), agent.userId(), agent.extension(), agent.hasPin(), agent.skills(),
                agent.queues().stream().map(Served::of).toList(), agent.createdAt());
    }
}
