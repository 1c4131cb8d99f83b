package org.switchboard.telephony.board;

import java.util.List;
import java.util.UUID;

/**
 * A queue as a wallboard knows it.
 *
 * @param id               the queue
 * @param name             its name
 * @param number           what extensions dial for it; null when it cannot be dialled
 * @param targetSeconds    answered within so many seconds is good service
 * @param targetPercent    so many percent of the calls should be
 * @param alertWaiting     more waiting callers than this are too many; null for never
 * @param alertWaitSeconds waiting longer than this is too long, in seconds; null for never
 * @param agents           who serves it, by name
 */
public record BoardQueue(UUID id, String name, String number, int targetSeconds, int targetPercent, Integer alertWaiting,
                         Integer alertWaitSeconds, List<UUID> agents) {

    /** Keeps an unchangeable copy of the agents. */
    public BoardQueue {
        agents = List.copyOf(agents);
    }
}
