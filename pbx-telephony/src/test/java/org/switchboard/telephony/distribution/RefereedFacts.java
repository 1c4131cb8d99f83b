package org.switchboard.telephony.distribution;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What an event, or time, changes in what the referee knows, and which decisions it demands. */
final class RefereedFacts {

    private RefereedFacts() {
    }

    static void timeouts(Referee referee) {
        for (RefereedOffer offer : new ArrayList<>(referee.offers.values())) {
            if (offer.withdrawnAt != 0 && referee.now >= offer.withdrawnAt + 5_000) {
                Map<UUID, Miss> misses = new HashMap<>();
                offer.agents.forEach(agent -> misses.put(agent.id, Miss.FAILED));
                failed(referee, offer.id, misses);
            } else if (referee.now >= offer.madeAt + offer.rules.ringSeconds() * 1000L + (offer.callback ? 135_000 : 15_000)) {
                referee.mustWithdraw(offer.id);
            }
        }
        referee.callers.values().forEach(caller -> mayStay(referee, caller));
    }

    static void happened(Referee referee, Event event) {
        switch (event) {
            case Event.Configured configured -> configured(referee, configured);
            case Event.CallerEntered entered -> entered(referee, entered);
            case Event.CallerLeft left -> gone(referee, referee.callers.get(left.visit()), "left");
            case Event.CallerPriority changed -> {
                RefereedCaller caller = referee.callers.get(changed.visit());
                if (caller != null) {
                    caller.priority = changed.priority();
                }
            }
            case Event.CallerToFront pulled -> {
                RefereedCaller caller = referee.callers.get(pulled.visit());
                if (caller != null && caller.rank == 0) {
                    caller.rank = referee.nextRank();
                }
            }
            case Event.CallbackAsked asked -> {
                RefereedCaller caller = referee.callers.get(asked.visit());
                if (caller != null && !caller.callback) {
                    caller.callback = true;
                    referee.mustWithdraw(caller.offer);
                }
            }
            case Event.CallbackDue due -> {
                RefereedCaller caller = referee.callers.get(due.visit());
                if (caller != null && caller.callback) {
                    caller.due = due.due();
                }
            }
            case Event.OfferAnswered answered -> answered(referee, answered.offerId(), answered.agentId());
            case Event.OfferFailed failed -> failed(referee, failed.offerId(), failed.misses());
            case Event.DayBegan _ -> referee.agents.values().forEach(agent -> agent.talks = 0);
            case Event.TimePassed _ -> { }
            case Event.TalkEnded e -> agent(referee, e.agentId(), event);
            case Event.WrapUpEnded e -> agent(referee, e.agentId(), event);
            case Event.AgentSignedIn e -> agent(referee, e.agentId(), event);
            case Event.AgentSignedOut e -> agent(referee, e.agentId(), event);
            case Event.AgentPaused e -> agent(referee, e.agentId(), event);
            case Event.AgentResumed e -> agent(referee, e.agentId(), event);
            case Event.AgentOtherCall e -> agent(referee, e.agentId(), event);
            case Event.AgentReachable e -> agent(referee, e.agentId(), event);
            case Event.AgentRestored _ -> throw new IllegalArgumentException("Not played here");
        }
        referee.callers.values().forEach(caller -> mayStay(referee, caller));
    }

    private static void mayStay(Referee referee, RefereedCaller caller) {
        if (!caller.asking() || caller.callback) {
            return;
        }
        QueueRules rules = referee.queues.get(caller.queue);
        if (rules.maxWaitSeconds() != null && referee.now - caller.enteredAt >= rules.maxWaitSeconds() * 1000L) {
            referee.mustLeave(caller.visit, Way.MAX_WAIT);
        } else if (!referee.present(rules, rules.stayWhen())) {
            referee.mustLeave(caller.visit, Way.NO_AGENTS);
        }
    }

    private static void entered(Referee referee, Event.CallerEntered entered) {
        QueueRules rules = referee.queues.get(entered.queueId());
        if (rules == null) {
            referee.mustLeave(entered.visit(), Way.GONE);
            return;
        }
        RefereedCaller caller = new RefereedCaller(entered.visit(), entered.queueId(), Math.min(referee.now, entered.enteredAt().toEpochMilli()));
        caller.priority = entered.priority();
        caller.rank = entered.rank();
        referee.seenRank(entered.rank());
        caller.callback = entered.arrival() == Arrival.CALLBACK;
        if (entered.arrival() == Arrival.NEW) {
            long waiting = referee.callers.values().stream().filter(other -> other.queue.equals(caller.queue) && !other.callback).count();
            boolean taken = referee.agents.values().stream().anyMatch(agent -> agent.free(referee.now) && referee.eligible(agent, caller, referee.now));
            if (!referee.present(rules, rules.joinWhen())) {
                referee.mustLeave(caller.visit, Way.NO_AGENTS);
                return;
            } else if (rules.maxLength() != null && waiting >= rules.maxLength() && !taken) {
                referee.mustLeave(caller.visit, Way.FULL);
                return;
            }
        }
        referee.callers.put(caller.visit, caller);
    }

    private static void gone(Referee referee, RefereedCaller caller, String how) {
        if (caller != null) {
            referee.callers.remove(caller.visit);
            referee.end(caller.visit, how);
            if (caller.offer != null) {
                referee.offers.get(caller.offer).caller = null;
                referee.mustWithdraw(caller.offer);
            }
        }
    }

    private static void answered(Referee referee, long offerId, UUID agentId) {
        RefereedOffer offer = close(referee, offerId);
        if (offer != null && offer.caller != null) {
            referee.callers.remove(offer.caller.visit);
            referee.end(offer.caller.visit, "answered");
        }
        RefereedAgent agent = referee.agents.get(agentId);
        if (agent != null) {
            referee.mustWithdraw(agent.offer);
            agent.talking = true;
            agent.talkingQueue = offer == null ? null : offer.rules.queueId();
            agent.talks++;
            agent.misses = 0;
            agent.setAsideUntil = 0;
            agent.unreachableUntil = 0;
            agent.wrapUpUntil = 0;
        }
    }

    private static RefereedOffer close(Referee referee, long offerId) {
        RefereedOffer offer = referee.offers.remove(offerId);
        if (offer != null) {
            offer.agents.stream().filter(agent -> agent.offer != null && agent.offer == offerId).forEach(agent -> agent.offer = null);
            if (offer.caller != null) {
                offer.caller.offer = null;
            }
        }
        return offer;
    }

    private static void failed(Referee referee, long offerId, Map<UUID, Miss> misses) {
        RefereedOffer offer = close(referee, offerId);
        if (offer == null) {
            return;
        }
        for (RefereedAgent agent : offer.agents) {
            Miss miss = misses.get(agent.id);
            QueueRules rules = referee.queues.get(offer.rules.queueId());
            if (miss == Miss.REJECTED || miss == Miss.NO_ANSWER && offer.agents.size() == 1) {
                agent.misses++;
                if (rules != null && agent.signedIn && rules.missedOffers() > 0 && agent.misses >= rules.missedOffers()) {
                    agent.misses = 0;
                    agent.setAsideUntil = Math.max(agent.setAsideUntil, referee.now + rules.setAsideSeconds() * 1000L);
                }
            }
            if ((miss == Miss.REJECTED || miss == Miss.FAILED) && agent.signedIn) {
                agent.setAsideUntil = Math.max(agent.setAsideUntil, referee.now + 5_000);
            }
            if (miss == Miss.UNREACHABLE) {
                agent.unreachableUntil = referee.now + 10_000;
            }
            if (offer.caller != null && miss != null && miss != Miss.CALLER_GONE && miss != Miss.WITHDRAWN) {
                offer.caller.tries.merge(agent.id, 1, Integer::sum);
            }
        }
        if (misses.containsValue(Miss.CALLER_GONE) && offer.caller != null && offer.caller.callback) {
            offer.caller.due = false;
        } else if (misses.containsValue(Miss.CALLER_GONE)) {
            gone(referee, offer.caller, "left");
        }
    }

    private static void agent(Referee referee, UUID id, Event event) {
        RefereedAgent agent = referee.agents.get(id);
        if (agent == null) {
            return;
        }
        switch (event) {
            case Event.TalkEnded _ when agent.talking -> {
                QueueRules rules = referee.queues.get(agent.talkingQueue);
                agent.talking = false;
                agent.lastTalkEnded = referee.now;
                agent.wrapUpUntil = rules == null || !agent.signedIn ? 0 : referee.now + rules.wrapUpSeconds() * 1000L;
            }
            case Event.WrapUpEnded _ -> agent.wrapUpUntil = 0;
            case Event.AgentSignedIn _ when !agent.signedIn -> {
                agent.signedIn = true;
                agent.signedInAt = referee.now;
            }
            case Event.AgentSignedOut _ -> {
                agent.signedIn = false;
                agent.paused = false;
                agent.wrapUpUntil = 0;
                agent.setAsideUntil = 0;
                agent.misses = 0;
                referee.mustWithdraw(agent.offer);
            }
            case Event.AgentPaused _ when agent.signedIn -> {
                agent.paused = true;
                referee.mustWithdraw(agent.offer);
            }
            case Event.AgentResumed _ -> {
                agent.paused = false;
                agent.setAsideUntil = 0;
                agent.misses = 0;
            }
            case Event.AgentOtherCall other -> agent.otherCall = other.busy();
            case Event.AgentReachable reachable -> {
                agent.lost = !reachable.reachable();
                agent.unreachableUntil = agent.lost ? agent.unreachableUntil : 0;
                if (agent.lost && agent.offer != null && referee.offers.get(agent.offer).agents.stream().allMatch(asked -> asked.lost)) {
                    referee.mustWithdraw(agent.offer);
                }
            }
            default -> { }
        }
    }

    private static void configured(Referee referee, Event.Configured settings) {
        referee.queues.clear();
        settings.queues().forEach(rules -> referee.queues.put(rules.queueId(), rules));
        for (RefereedCaller caller : List.copyOf(referee.callers.values())) {
            if (!referee.queues.containsKey(caller.queue)) {
                referee.callers.remove(caller.visit);
                referee.mustLeave(caller.visit, Way.GONE);
                if (caller.offer != null) {
                    referee.offers.get(caller.offer).caller = null;
                    referee.mustWithdraw(caller.offer);
                }
            }
        }
        Map<UUID, RefereedAgent> before = new HashMap<>(referee.agents);
        referee.agents.clear();
        for (AgentRules rules : settings.agents()) {
            RefereedAgent agent = before.containsKey(rules.agentId()) ? before.remove(rules.agentId()) : new RefereedAgent(rules.agentId());
            // Who leaves a queue loses his turn in it.
            agent.asked.keySet().removeIf(queue -> rules.memberships().stream().noneMatch(membership -> membership.queueId().equals(queue))
                    || !referee.queues.containsKey(queue));
            agent.rules = rules;
            agent.index = referee.agents.size();
            referee.agents.put(agent.id, agent);
        }
        before.values().forEach(agent -> referee.mustWithdraw(agent.offer));
    }
}
