package org.switchboard.telephony.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Hears every event and every decision and knows the rules by heart: it looks at everybody each time, has no index and no timer, and so is slow and simple.
 * Must be told when {@link Distribution#nextWake()} has come.
 */
final class Referee {

    final Map<UUID, QueueRules> queues = new LinkedHashMap<>();
    final Map<UUID, RefereedAgent> agents = new LinkedHashMap<>();
    final Map<String, RefereedCaller> callers = new LinkedHashMap<>();
    final Map<Long, RefereedOffer> offers = new LinkedHashMap<>();
    /** Each visit that ended, and how. */
    final Map<String, String> ends = new HashMap<>();
    long now;

    private final Set<Long> toWithdraw = new HashSet<>();
    private final Map<String, Way> toLeave = new HashMap<>();
    private long lastOffer;
    private long lastRank;
    private long lastAsked;

    /** Checks what was decided upon an event. */
    void judge(Event event, List<Decision> decisions) {
        now = Math.max(now, event.at().toEpochMilli());
        toWithdraw.clear();
        toLeave.clear();
        RefereedFacts.timeouts(this);
        RefereedFacts.happened(this, event);
        decisions.forEach(this::decided);
        assertThat(toWithdraw).as("offers to be taken back").isEmpty();
        assertThat(toLeave).as("callers who must go").isEmpty();
        still(now);
    }

    /** Checks that at a moment nothing is left undone. */
    void still(long at) {
        for (RefereedCaller caller : callers.values()) {
            if (!caller.asking()) {
                continue;
            }
            QueueRules rules = queues.get(caller.queue);
            RefereedAgent idle = taker(caller, at);
            hold(idle == null, "%s waits while %s is free", caller.visit, idle);
            if (!caller.callback) {
                hold(rules.maxWaitSeconds() == null || at - caller.enteredAt < rules.maxWaitSeconds() * 1000L, "%s waits for too long", caller.visit);
                hold(present(rules, rules.stayWhen()), "%s may not stay", caller.visit);
            }
        }
    }

    /** A free agent who may take a caller; null when there is none. */
    private RefereedAgent taker(RefereedCaller caller, long at) {
        for (RefereedAgent agent : agents.values()) {
            if (agent.free(at) && eligible(agent, caller, at)) {
                return agent;
            }
        }
        return null;
    }

    /** As an assertion of AssertJ, but of next to no cost when it holds. */
    private static void hold(boolean condition, String otherwise, Object... what) {
        if (!condition) {
            throw new AssertionError(otherwise.formatted(what));
        }
    }

    void mustWithdraw(Long offer) {
        if (offer != null && offers.containsKey(offer) && offers.get(offer).withdrawnAt == 0) {
            toWithdraw.add(offer);
        }
    }

    void mustLeave(String visit, Way way) {
        toLeave.put(visit, way);
    }

    long nextRank() {
        return ++lastRank;
    }

    void seenRank(long rank) {
        lastRank = Math.max(lastRank, rank);
    }

    private void decided(Decision decision) {
        switch (decision) {
            case Decision.Offer offer -> offered(offer);
            case Decision.Withdraw withdraw -> {
                assertThat(toWithdraw.remove(withdraw.offerId())).as("a reason to take back offer %s", withdraw.offerId()).isTrue();
                offers.get(withdraw.offerId()).withdrawnAt = now;
            }
            case Decision.Leave leave -> {
                assertThat(toLeave.remove(leave.visit())).as("why %s leaves", leave.visit()).isEqualTo(leave.way());
                callers.remove(leave.visit());
                end(leave.visit(), leave.way().value());
            }
            case Decision.AgentIs told -> agents.get(told.agentId()).told = told.status();
        }
    }

    void end(String visit, String how) {
        assertThat(ends.put(visit, how)).as("an earlier end of %s", visit).isNull();
    }

    private void offered(Decision.Offer offer) {
        assertThat(offer.offerId()).isGreaterThan(lastOffer);
        lastOffer = offer.offerId();
        RefereedCaller caller = callers.get(offer.visit());
        assertThat(caller).as("the caller of an offer").isNotNull();
        assertThat(caller.asking()).as("%s waits for an offer", caller.visit).isTrue();
        QueueRules rules = queues.get(caller.queue);
        assertThat(offer.queueId()).isEqualTo(caller.queue);
        assertThat(offer.ringSeconds()).isEqualTo(rules.ringSeconds());
        assertThat(offer.callback()).isEqualTo(caller.callback);
        nobodyIsPassedOver(caller);
        assertThat(offer.agents()).doesNotHaveDuplicates().isNotEmpty();
        List<RefereedAgent> asked = offer.agents().stream().map(agents::get).toList();
        assertThat(asked).allMatch(agent -> agent.free(now), "is free").allMatch(agent -> eligible(agent, caller, now), "may take the caller");
        List<RefereedAgent> possible = agents.values().stream().filter(agent -> agent.free(now) && eligible(agent, caller, now)).toList();
        RefereedChoice.check(rules, caller, possible, asked);
        RefereedOffer made = new RefereedOffer(offer.offerId(), caller, rules, asked, now);
        offers.put(made.id, made);
        caller.offer = made.id;
        for (RefereedAgent agent : asked) {
            assertThat(agent.offer).isNull();
            agent.offer = made.id;
            agent.asked.put(caller.queue, ++lastAsked);
        }
    }

    /** Of all who wait, those before this one have nobody at this moment who could take them. */
    private void nobodyIsPassedOver(RefereedCaller caller) {
        Comparator<RefereedCaller> order = order(now);
        for (RefereedCaller other : callers.values()) {
            if (other != caller && other.asking() && order.compare(other, caller) < 0) {
                RefereedAgent taker = taker(other, now);
                hold(taker == null, "%s is before %s and could have %s", other.visit, caller.visit, taker);
                boolean equal = other.queue.equals(caller.queue) && other.priority == caller.priority && other.rank == 0 && caller.rank == 0;
                hold(!equal, "%s and %s are equals and the earlier is passed over", other.visit, caller.visit);
            }
        }
    }

    Comparator<RefereedCaller> order(long at) {
        return Comparator.<RefereedCaller>comparingLong(caller -> caller.rank == 0 ? Long.MAX_VALUE : caller.rank)
                .thenComparing(Comparator.<RefereedCaller>comparingLong(caller -> caller.rank != 0 ? 0 : grown(caller, at)).reversed())
                .thenComparingLong(caller -> caller.enteredAt).thenComparing(caller -> caller.visit);
    }

    private long grown(RefereedCaller caller, long at) {
        Integer aging = queues.get(caller.queue).agingSeconds();
        return caller.priority + (aging == null ? 0 : (at - caller.enteredAt) / 1000 / aging);
    }

    /** The places in a queue, first come first. */
    List<String> places(UUID queue, long at) {
        return callers.values().stream().filter(caller -> caller.queue.equals(queue)).sorted(order(at)).map(caller -> caller.visit).toList();
    }

    boolean eligible(RefereedAgent agent, RefereedCaller caller, long at) {
        return eligible(agent, queues.get(caller.queue), at - caller.enteredAt);
    }

    private static boolean eligible(RefereedAgent agent, QueueRules rules, long waited) {
        Membership membership = agent.membership(rules.queueId());
        if (membership == null) {
            return false;
        }
        int opens = 0;
        for (int tier = 2; tier <= membership.tier(); tier++) {
            opens = rules.tierOpensSeconds().getOrDefault(tier, opens);
        }
        if (waited < opens * 1000L) {
            return false;
        }
        for (SkillDemand demand : rules.demands()) {
            long demanded = demand.level() - (demand.relaxSeconds() == null ? 0 : waited / (demand.relaxSeconds() * 1000L));
            if (agent.rules.skills().getOrDefault(demand.skillId(), 0) < demanded) {
                return false;
            }
        }
        return true;
    }

    boolean present(QueueRules rules, Presence presence) {
        return presence == Presence.ALWAYS || agents.values().stream().anyMatch(agent -> agent.signedIn && eligible(agent, rules, Long.MAX_VALUE / 2)
                && (presence == Presence.SIGNED_IN || !agent.paused));
    }

    /** Checks that what can be seen is what is. */
    void compare(Distribution distribution) {
        Instant at = Instant.ofEpochMilli(now);
        for (UUID queue : queues.keySet()) {
            List<WaitingCaller> seen = distribution.waiting(queue, at);
            assertThat(seen.stream().map(WaitingCaller::visit).toList()).as("the places").isEqualTo(places(queue, now));
            for (int place = 0; place < seen.size(); place++) {
                WaitingCaller caller = seen.get(place);
                RefereedCaller known = callers.get(caller.visit());
                hold(caller.position() == place + 1, "%s has not place %s", caller, place + 1);
                hold(distribution.caller(caller.visit(), at).equals(Optional.of(caller)), "%s is seen otherwise alone", caller);
                hold(Objects.equals(caller.offerId(), known.offer) && caller.rank() == known.rank, "%s is not as it is", caller);
            }
        }
        assertThat(distribution.agents().stream().map(AgentView::agentId).toList()).isEqualTo(List.copyOf(agents.keySet()));
        for (AgentView view : distribution.agents()) {
            RefereedAgent agent = agents.get(view.agentId());
            hold(view.status() == agent.status(now) && view.status() == agent.told, "%s is %s, was told to be %s", view, agent.status(now), agent.told);
            hold(Objects.equals(view.offerId(), agent.offer), "%s rings for %s", view, agent.offer);
        }
    }
}
