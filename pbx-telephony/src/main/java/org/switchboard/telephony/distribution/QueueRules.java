package org.switchboard.telephony.distribution;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * By which rules the callers of one queue are distributed.
 *
 * @param queueId          the queue
 * @param strategy         who of the free agents is asked
 * @param ringSeconds      how long an agent's phone rings
 * @param wrapUpSeconds    time for an agent to finish off after a talk; 0 for none
 * @param missedOffers     an agent who misses so many offers in a row is set aside; 0 for never
 * @param setAsideSeconds  for how long
 * @param maxLength        who comes when so many wait is sent away; null for no bound
 * @param maxWaitSeconds   who has waited so long leaves; null for no bound
 * @param joinWhen         which agents there must be for a caller to come in
 * @param stayWhen         which agents there must be for a caller to go on waiting
 * @param agingSeconds     each such time of waiting counts as one step of priority; null or 0 for never
 * @param tierOpensSeconds by tier from 2, after which time of waiting it opens; a tier that is absent opens with the one before
 * @param demands          what is asked of agents
 */
public record QueueRules(UUID queueId, Strategy strategy, int ringSeconds, int wrapUpSeconds, int missedOffers, int setAsideSeconds,
                         Integer maxLength, Integer maxWaitSeconds, Presence joinWhen, Presence stayWhen, Integer agingSeconds,
                         Map<Integer, Integer> tierOpensSeconds, List<SkillDemand> demands) {

    /** Keeps unchangeable copies. */
    public QueueRules {
        tierOpensSeconds = Map.copyOf(tierOpensSeconds);
        demands = List.copyOf(demands);
    }
}
