package org.switchboard.telephony.plan;

import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Where plans come from. */
public interface PlanSource {

    /**
     * Reads all companies that have extensions.
     *
     * @return plans by company
     * @throws org.springframework.dao.DataAccessException when they cannot be read now
     */
    Map<UUID, TenantPlan> loadAll();

    /**
     * Reads some companies.
     *
     * @param tenantIds which
     * @return plans by company; those without extensions, or that do not exist, are missing
     * @throws org.springframework.dao.DataAccessException when they cannot be read now
     */
    Map<UUID, TenantPlan> load(Set<UUID> tenantIds);
}
