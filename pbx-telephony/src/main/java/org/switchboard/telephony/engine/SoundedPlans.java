package org.switchboard.telephony.engine;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.switchboard.telephony.plan.PlanSource;
import org.switchboard.telephony.plan.TenantPlan;

/**
 * Reads plans after the prompts that they may name have been made playable, so that no caller hears silence for a new one.
 *
 * @param plans  where plans come from
 * @param sounds where prompts are played from
 */
record SoundedPlans(PlanSource plans, Sounds sounds) implements PlanSource {

    @Override
    public Map<UUID, TenantPlan> loadAll() {
        sounds.refreshAll();
        return plans.loadAll();
    }

    @Override
    public Map<UUID, TenantPlan> load(Set<UUID> tenantIds) {
        sounds.refresh(tenantIds);
        return plans.load(tenantIds);
    }
}
