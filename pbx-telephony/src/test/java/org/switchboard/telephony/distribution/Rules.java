package org.switchboard.telephony.distribution;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Rules of a queue for tests: a plain one unless said otherwise. */
public final class Rules {

    private final UUID queue;
    private Strategy strategy = Strategy.LONGEST_IDLE;
    private int wrapUp;
    private int missed;
    private Integer maxLength;
    private Integer maxWait;
    private Presence join = Presence.ALWAYS;
    private Presence stay = Presence.ALWAYS;
    private Integer aging;
    private Map<Integer, Integer> tiers = Map.of();
    private List<SkillDemand> demands = List.of();

    public Rules(UUID queue) {
        this.queue = queue;
    }

    public Rules strategy(Strategy to) {
        strategy = to;
        return this;
    }

    public Rules wrapUp(int seconds) {
        wrapUp = seconds;
        return this;
    }

    Rules missed(int offers) {
        missed = offers;
        return this;
    }

    Rules maxLength(int callers) {
        maxLength = callers;
        return this;
    }

    Rules maxWait(int seconds) {
        maxWait = seconds;
        return this;
    }

    Rules join(Presence when) {
        join = when;
        return this;
    }

    Rules stay(Presence when) {
        stay = when;
        return this;
    }

    Rules aging(int seconds) {
        aging = seconds;
        return this;
    }

    Rules tiers(Map<Integer, Integer> opens) {
        tiers = opens;
        return this;
    }

    Rules demand(SkillDemand demand) {
        demands = List.of(demand);
        return this;
    }

    public QueueRules build() {
        return new QueueRules(queue, strategy, 20, wrapUp, missed, 60, maxLength, maxWait, join, stay, aging, tiers, demands);
    }
}
