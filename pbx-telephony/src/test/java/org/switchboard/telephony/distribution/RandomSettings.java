package org.switchboard.telephony.distribution;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.random.RandomGenerator;

/** Settings of companies that nobody would think of. */
final class RandomSettings {

    private final RandomGenerator random;
    private final List<UUID> skills;
    private List<QueueRules> queues = new ArrayList<>();
    private List<AgentRules> agents = new ArrayList<>();

    RandomSettings(RandomGenerator random) {
        this.random = random;
        skills = List.of(id(), id(), id());
        for (int number = 1 + random.nextInt(4); number > 0; number--) {
            queues.add(queue(id()));
        }
        for (int number = random.nextInt(9); number > 0; number--) {
            agents.add(agent(id()));
        }
    }

    /** Ids that are the same for the same seed. */
    private UUID id() {
        return new UUID(random.nextLong(), random.nextLong());
    }

    List<QueueRules> queues() {
        return queues;
    }

    List<AgentRules> agents() {
        return agents;
    }

    Event.Configured at(Instant at) {
        return new Event.Configured(at, queues, agents);
    }

    /** Changes something. */
    void change() {
        queues = new ArrayList<>(queues);
        agents = new ArrayList<>(agents);
        switch (random.nextInt(7)) {
            case 0 -> queues.add(queue(id()));
            case 1 -> {
                if (!queues.isEmpty()) {
                    queues.remove(random.nextInt(queues.size()));
                }
            }
            case 2 -> agents.add(random.nextInt(agents.size() + 1), agent(id()));
            case 3 -> {
                if (!agents.isEmpty()) {
                    agents.remove(random.nextInt(agents.size()));
                }
            }
            case 4 -> queues.replaceAll(rules -> random.nextBoolean() ? rules : queue(rules.queueId()));
            default -> agents.replaceAll(rules -> random.nextInt(3) > 0 ? rules : agent(rules.agentId()));
        }
    }

    private QueueRules queue(UUID id) {
        Map<Integer, Integer> tiers = new HashMap<>();
        for (int tier = 2; tier <= 4; tier++) {
            if (random.nextBoolean()) {
                tiers.put(tier, random.nextInt(60));
            }
        }
        List<SkillDemand> demands = new ArrayList<>();
        for (UUID skill : skills) {
            if (random.nextInt(4) == 0) {
                demands.add(new SkillDemand(skill, 1 + random.nextInt(10), random.nextInt(4) == 0 ? null : 5 + random.nextInt(20)));
            }
        }
        return new QueueRules(id, Strategy.values()[random.nextInt(Strategy.values().length)], 5 + random.nextInt(20),
                random.nextBoolean() ? 0 : 1 + random.nextInt(60), random.nextInt(4), 5 + random.nextInt(60),
                random.nextBoolean() ? null : 1 + random.nextInt(6), random.nextBoolean() ? null : 10 + random.nextInt(300),
                presence(), random.nextInt(3) > 0 ? Presence.ALWAYS : presence(), random.nextInt(3) == 0 ? null : 30 + random.nextInt(60), tiers, demands);
    }

    private Presence presence() {
        return Presence.values()[random.nextInt(Presence.values().length)];
    }

    private AgentRules agent(UUID id) {
        Map<UUID, Integer> levels = new HashMap<>();
        for (UUID skill : skills) {
            if (random.nextBoolean()) {
                levels.put(skill, 1 + random.nextInt(10));
            }
        }
        List<Membership> memberships = new ArrayList<>();
        for (QueueRules rules : queues) {
            if (random.nextInt(3) > 0) {
                memberships.add(new Membership(rules.queueId(), 1 + random.nextInt(4), 1 + random.nextInt(3)));
            }
        }
        return new AgentRules(id, levels, memberships);
    }
}
