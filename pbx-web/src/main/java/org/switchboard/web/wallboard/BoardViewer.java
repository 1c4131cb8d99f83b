package org.switchboard.web.wallboard;

import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.switchboard.telephony.board.BoardAgent;
import org.switchboard.telephony.board.BoardQueue;
import org.switchboard.telephony.board.BoardService;
import org.switchboard.telephony.board.BoardSettings;
import org.switchboard.telephony.input.NotFound;
import org.switchboard.web.security.Role;
import org.switchboard.web.security.SignedInUser;

/** Which queues and agents somebody may see: an admin all, a supervisor those that he is confined to, or all. */
@Component
public final class BoardViewer {

    private final BoardService board;

    /**
     * Wires the component.
     *
     * @param board queues and agents
     */
    public BoardViewer(BoardService board) {
        this.board = board;
    }

    /**
     * The queues that somebody is confined to.
     *
     * @param viewer an admin or supervisor
     * @return empty for all
     */
    public Set<UUID> queuesOf(SignedInUser viewer) {
        return viewer.role() == Role.SUPERVISOR ? board.supervised(viewer.id()) : Set.of();
    }

    /**
     * What somebody sees.
     *
     * @param viewer an admin or supervisor
     * @return queues and agents
     */
    public BoardSettings settings(SignedInUser viewer) {
        return board.settings().only(queuesOf(viewer));
    }

    /**
     * Finds an agent.
     *
     * @param viewer who looks
     * @param id     the agent
     * @return the agent
     * @throws NotFound when there is none that the viewer may see
     */
    public BoardAgent agent(SignedInUser viewer, UUID id) {
        return settings(viewer).agent(id).orElseThrow(() -> new NotFound("agent", id.toString()));
    }

    /**
     * Finds a queue.
     *
     * @param viewer who looks
     * @param id     the queue
     * @return the queue
     * @throws NotFound when there is none that the viewer may see
     */
    public BoardQueue queue(SignedInUser viewer, UUID id) {
        return settings(viewer).queue(id).orElseThrow(() -> new NotFound("queue", id.toString()));
    }
}
