package org.switchboard.telephony.board;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * The queues and agents of a company.
 *
 * @param queues in the order of their names
 * @param agents in the order of their names
 */
public record BoardSettings(List<BoardQueue> queues, List<BoardAgent> agents) {

    /** Keeps unchangeable copies. */
    public BoardSettings {
        queues = List.copyOf(queues);
        agents = List.copyOf(agents);
    }

    /**
     * Finds a queue.
     *
     * @param id the queue
     * @return the queue, or empty
     */
    public Optional<BoardQueue> queue(UUID id) {
        return queues.stream().filter(queue -> queue.id().equals(id)).findFirst();
    }

    /**
     * Finds an agent.
     *
     * @param id the agent
     * @return the agent, or empty
     */
    public Optional<BoardAgent> agent(UUID id) {
        return agents.stream().filter(agent -> agent.id().equals(id)).findFirst();
    }

    /**
     * The agent that a user is.
     *
     * @param userId the user
     * @return the agent, or empty
     */
    public Optional<BoardAgent> agentOfUser(UUID userId) {
        return agents.stream().filter(agent -> userId.equals(agent.userId())).findFirst();
    }

    /**
     * The part of it that somebody may see.
     *
     * @param visible the queues; empty for all
     * @return these queues, and the agents who serve one of them
     */
    public BoardSettings only(Set<UUID> visible) {
        if (visible.isEmpty()) {
            return this;
        }
        List<BoardQueue> seen = queues.stream().filter(queue -> visible.contains(queue.id())).toList();
        return new BoardSettings(seen, agents.stream().filter(agent -> seen.stream().anyMatch(queue -> queue.agents().contains(agent.id()))).toList());
    }
}
