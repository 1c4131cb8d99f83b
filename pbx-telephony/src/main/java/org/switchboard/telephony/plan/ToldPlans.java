package org.switchboard.telephony.plan;

import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Tells of plans as they are read.
 *
 * @param plans where plans come from
 * @param news  is told
 */
public record ToldPlans(PlanSource plans, PlanNews news) implements PlanSource {

    @Override
    public Map<UUID, TenantPlan> loadAll() {
        var all = plans.loadAll();
        news.read(null, all);
        return all;
    }

    @Override
    public Map<UUID, TenantPlan> load(Set<UUID> tenantIds) {
        var some = plans.load(tenantIds);
        news.read(tenantIds, some);
        return some;
    }
}
