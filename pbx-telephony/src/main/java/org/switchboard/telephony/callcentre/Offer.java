package org.switchboard.telephony.callcentre;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.switchboard.telephony.distribution.Miss;

/** A caller who is being offered to agents, as the floor's thread knows it. */
final class Offer {

    private final long id;
    private final Stay stay;
    private final List<UUID> agents;
    private final RingOrder order;
    private final Map<UUID, Miss> misses = new HashMap<>();
    private final Set<String> legs = new HashSet<>();
    private boolean withdrawn;

    /**
     * A new offer.
     *
     * @param order what the waiting call was told; null for a callback
     */
    Offer(long id, Stay stay, List<UUID> agents, RingOrder order) {
        this.id = id;
        this.stay = stay;
        this.agents = agents;
        this.order = order;
    }

    long id() {
        return id;
    }

    Stay stay() {
        return stay;
    }

    List<UUID> agents() {
        return agents;
    }

    RingOrder order() {
        return order;
    }

    boolean isCallback() {
        return order == null;
    }

    /** What is known of single agents so far. */
    Map<UUID, Miss> misses() {
        return misses;
    }

    /** The channels that ring for it, as far as they were heard of. */
    Set<String> legs() {
        return legs;
    }

    boolean isWithdrawn() {
        return withdrawn;
    }

    void withdrawn() {
        withdrawn = true;
    }

    /** Everybody's miss: what is known of each, and the same for all of whom nothing is known. */
    Map<UUID, Miss> missesOr(Miss otherwise) {
        var all = new HashMap<UUID, Miss>();
        agents.forEach(agent -> all.put(agent, misses.getOrDefault(agent, otherwise)));
        return all;
    }
}
