package org.switchboard.telephony.distribution;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Puts new settings in the place of the old ones while callers wait and agents talk. */
final class SettingsChange {

    private final Room room;
    private final Offers offers;
    private List<QueueRules> queues = List.of();
    private List<AgentRules> agents = List.of();

    SettingsChange(Room room, Offers offers) {
        this.room = room;
        this.offers = offers;
    }

    void apply(Event.Configured settings) {
        // A company's plan is read anew for much that is none of ours.
        if (settings.queues().equals(queues) && settings.agents().equals(agents)) {
            return;
        }
        queues = settings.queues();
        agents = settings.agents();
        replace(settings);
    }

    private void replace(Event.Configured settings) {
        Map<Agent, Map<UUID, Long>> turns = new HashMap<>();
        room.agents.values().forEach(agent -> turns.put(agent, turns(agent)));
        Map<UUID, Line> before = new LinkedHashMap<>(room.lines);
        room.lines.clear();
        settings.queues().forEach(rules -> room.lines.put(rules.queueId(), new Line(rules)));
        before.forEach((id, line) -> {
            if (!room.lines.containsKey(id)) {
                close(line);
            }
        });
        before.forEach((id, line) -> {
            if (room.lines.containsKey(id)) {
                move(line, room.lines.get(id));
            }
        });
        takeOver(settings.agents(), turns);
        // Whoever waits may now be open to others, or may no longer stay.
        List<Caller> waiting = room.lines.values().stream().flatMap(line -> line.callers.stream()).filter(caller -> caller.asking).toList();
        waiting.forEach(room::goOn);
    }

    private static Map<UUID, Long> turns(Agent agent) {
        Map<UUID, Long> turns = new HashMap<>();
        agent.seats.forEach(seat -> turns.put(seat.line.rules.queueId(), seat.lastAsked));
        return turns;
    }

    private void close(Line line) {
        for (Caller caller : new ArrayList<>(line.callers)) {
            if (caller.offer != null) {
                caller.offer.caller = null;
                offers.withdraw(caller.offer);
            }
            room.leave(caller, Way.GONE);
        }
    }

    private static void move(Line from, Line to) {
        for (Caller caller : from.callers) {
            caller.line = to;
            to.callers.add(caller);
            if (caller.asking) {
                to.ask(caller);
            }
        }
    }

    private void takeOver(List<AgentRules> settings, Map<Agent, Map<UUID, Long>> turns) {
        Map<UUID, Agent> before = new HashMap<>(room.agents);
        room.agents.clear();
        for (AgentRules rules : settings) {
            Agent agent = before.remove(rules.agentId());
            if (agent == null) {
                agent = new Agent(rules.agentId(), room.now);
            }
            agent.index = room.agents.size();
            room.agents.put(agent.id, agent);
            seat(agent, rules, turns.getOrDefault(agent, Map.of()));
        }
        before.values().forEach(this::remove);
    }

    private void seat(Agent agent, AgentRules rules, Map<UUID, Long> turns) {
        List<Seat> seats = new ArrayList<>();
        for (Membership membership : rules.memberships()) {
            Line line = room.lines.get(membership.queueId());
            if (line != null) {
                Seat seat = new Seat(agent, line, membership, rules.skills());
                seat.lastAsked = turns.getOrDefault(membership.queueId(), 0L);
                seats.add(seat);
                sit(seat);
            }
        }
        agent.seats = List.copyOf(seats);
    }

    private static void sit(Seat seat) {
        if (seat.possible()) {
            seat.line.know(seat);
            seat.line.signedIn += seat.agent.countedSignedIn ? 1 : 0;
            seat.line.available += seat.agent.countedAvailable ? 1 : 0;
            if (seat.agent.shown == AgentStatus.FREE) {
                seat.line.free(seat);
            }
        }
    }

    private void remove(Agent agent) {
        room.timers.clear(agent);
        room.freshAgents.remove(agent);
        agent.removed = true;
        agent.seats = List.of();
        if (agent.offer != null) {
            offers.withdraw(agent.offer);
        }
    }
}
