package org.switchboard.telephony.queue;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.switchboard.telephony.destination.Destination;
import org.switchboard.telephony.destination.DestinationDraft;

/**
 * A queue in which callers wait for an agent.
 *
 * @param id        its id, also that of its node in the call flows
 * @param tenantId  the company
 * @param settings  how it works
 * @param createdAt when it was made
 * @param agents    who serves it, in tiers and in its own order
 * @param tiers     when the tiers from 2 on open, in order
 * @param skills    what is asked of agents
 * @param exits     where its ways out lead, by their keys in {@link QueueExit}
 */
public record Queue(UUID id, UUID tenantId, QueueSettings settings, Instant createdAt, List<QueueAgent> agents, List<QueueTier> tiers,
                    List<QueueSkill> skills, Map<String, Destination> exits) {

    /** Keeps unchangeable copies. */
    public Queue {
        agents = List.copyOf(agents);
        tiers = List.copyOf(tiers);
        skills = List.copyOf(skills);
        exits = Map.copyOf(exits);
    }

    /**
     * What people of the company call it.
     *
     * @return its name
     */
    public String name() {
        return settings.name();
    }

    /**
     * What extensions dial for it.
     *
     * @return null when it cannot be dialled
     */
    public String number() {
        return settings.number();
    }

    /**
     * The keys by which waiting callers leave.
     *
     * @return by what is pressed, in the order 1 to 9, *, 0, #
     */
    public Map<String, Destination> keys() {
        Map<String, Destination> keys = new LinkedHashMap<>();
        QueueExit.KEYS.stream().filter(key -> exits.containsKey(QueueExit.ofKey(key)))
                .forEach(key -> keys.put(key, exits.get(QueueExit.ofKey(key))));
        return keys;
    }

    /**
     * Where a way out leads.
     *
     * @param exit its key
     * @return null when the call ends there
     */
    public Destination exit(String exit) {
        return exits.get(exit);
    }

    Queue with(List<QueueAgent> members, List<QueueTier> opening, List<QueueSkill> demands, Map<String, Destination> found) {
        return new Queue(id, tenantId, settings, createdAt, members, opening, demands, found);
    }

    /**
     * Its settings as they can be edited.
     *
     * @return a draft with today's values
     */
    public QueueDraft draft() {
        Map<String, DestinationDraft> keys = new LinkedHashMap<>();
        keys().forEach((key, to) -> keys.put(key, to.draft()));
        return new QueueDraft(settings.name(), settings.number(), settings.priority(), settings.agingSeconds(), settings.offers(),
                settings.limits(), settings.sounds(), settings.callback(), settings.goal(), settings.alerts(), settings.recording(),
                agents.stream().map(QueueAgent::draft).toList(), tiers, skills, way(QueueExit.FULL), way(QueueExit.MAX_WAIT),
                way(QueueExit.NO_AGENTS), keys);
    }

    private DestinationDraft way(String exit) {
        return exits.containsKey(exit) ? exits.get(exit).draft() : null;
    }
}
