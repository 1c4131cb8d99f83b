package org.switchboard.telephony.distribution;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Everything that is known of a company, and the few moves by which it changes, so that its indexes always agree with it. */
final class Room {

    long now;
    final Timers timers = new Timers();
    final Map<UUID, Line> lines = new LinkedHashMap<>();
    final Map<UUID, Agent> agents = new LinkedHashMap<>();
    final Map<String, Caller> callers = new HashMap<>();
    final Map<Long, OpenOffer> offers = new HashMap<>();

    /** For whom an agent may be found since the last matching, and who may find a caller. */
    final Set<Caller> freshCallers = new LinkedHashSet<>();
    final Set<Agent> freshAgents = new LinkedHashSet<>();
    /** Queues that lost an agent, so that callers may have to go. */
    final Set<Line> deserted = new LinkedHashSet<>();

    private List<Decision> decisions = new ArrayList<>();
    private long lastRank;

    void decide(Decision decision) {
        decisions.add(decision);
    }

    List<Decision> takeDecisions() {
        List<Decision> taken = decisions;
        decisions = new ArrayList<>();
        return List.copyOf(taken);
    }

    long nextRank() {
        return ++lastRank;
    }

    void seenRank(long rank) {
        lastRank = Math.max(lastRank, rank);
    }

    /** Looks for an agent for a caller from now on. */
    void ask(Caller caller) {
        if (!caller.asking) {
            caller.line.ask(caller);
        }
        freshCallers.add(caller);
        watch(caller);
    }

    /** No longer looks for an agent for a caller. */
    void unask(Caller caller) {
        if (caller.asking) {
            caller.line.unask(caller);
        }
        freshCallers.remove(caller);
        timers.clear(caller);
    }

    /** Wakes a caller when more agents may be asked, or when the longest wait is over. */
    void watch(Caller caller) {
        long wave = caller.line.nextWave(caller, now);
        long end = caller.callback || caller.line.maxWait == Timers.NEVER ? Timers.NEVER : caller.enteredAt + caller.line.maxWait;
        timers.set(caller, Math.min(wave, end));
    }

    /** A caller who waits and whom nobody is being asked to take: looks for an agent, or shows the way out. */
    void goOn(Caller caller) {
        if (caller.callback) {
            if (caller.due) {
                ask(caller);
            }
        } else if (caller.overdue(now)) {
            leave(caller, Way.MAX_WAIT);
        } else if (!caller.line.has(caller.line.rules.stayWhen())) {
            leave(caller, Way.NO_AGENTS);
        } else {
            ask(caller);
        }
    }

    void leave(Caller caller, Way way) {
        forget(caller);
        decide(new Decision.Leave(caller.visit, caller.line.rules.queueId(), way));
    }

    /** The caller is served, or has gone. An offer that is open for the caller is left to the one who calls. */
    void forget(Caller caller) {
        unask(caller);
        caller.line.callers.remove(caller);
        callers.remove(caller.visit);
    }

    /** Takes notice of all that was changed in an agent: tells it, counts it, and lists the agent as free or not. */
    void changed(Agent agent) {
        changed(agent, now);
    }

    /** The same for what began at an earlier time. */
    void changed(Agent agent, long since) {
        if (agent.removed) {
            return;
        }
        AgentStatus status = agent.status();
        long until = agent.until(status);
        boolean wasFree = agent.shown == AgentStatus.FREE;
        if (status != agent.shown || until != agent.shownUntil) {
            agent.shownSince = status == agent.shown ? agent.shownSince : since;
            agent.shown = status;
            agent.shownUntil = until;
            decide(new Decision.AgentIs(agent.id, status, Instant.ofEpochMilli(agent.shownSince), Agent.instant(until)));
        }
        if (wasFree != (status == AgentStatus.FREE)) {
            list(agent, !wasFree);
        }
        count(agent);
        timers.set(agent, agent.nextDue());
    }

    private void list(Agent agent, boolean free) {
        for (Seat seat : agent.seats) {
            if (free && seat.possible()) {
                seat.line.free(seat);
            } else if (seat.freeIndex >= 0) {
                seat.line.taken(seat);
            }
        }
        if (free) {
            freshAgents.add(agent);
        } else {
            freshAgents.remove(agent);
        }
    }

    private void count(Agent agent) {
        boolean signedIn = agent.signedIn;
        boolean available = signedIn && !agent.paused;
        if (signedIn == agent.countedSignedIn && available == agent.countedAvailable) {
            return;
        }
        for (Seat seat : agent.seats) {
            if (seat.possible()) {
                seat.line.signedIn += step(agent.countedSignedIn, signedIn);
                seat.line.available += step(agent.countedAvailable, available);
                deserted.add(seat.line);
            }
        }
        agent.countedSignedIn = signedIn;
        agent.countedAvailable = available;
    }

    private static int step(boolean before, boolean after) {
        return (after ? 1 : 0) - (before ? 1 : 0);
    }
}
