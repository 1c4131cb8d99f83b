package org.switchboard.telephony.plan;

import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Hears of plans before they are in force, so that who works by them is not behind the calls that follow them. */
@FunctionalInterface
public interface PlanNews {

    /**
     * Plans have been read.
     *
     * @param tenantIds the companies that were asked for; null for all
     * @param plans     their plans; companies that are gone have none
     */
    void read(Set<UUID> tenantIds, Map<UUID, TenantPlan> plans);
}
