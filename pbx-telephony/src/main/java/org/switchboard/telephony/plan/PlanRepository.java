package org.switchboard.telephony.plan;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Reads plans from the database: as role {@code pbx_engine}, which sees every company, or within a transaction of one
 * company's scope, which then sees that company as it would be after the transaction.
 */
public final class PlanRepository implements PlanSource {

    private final JdbcClient jdbc;

    /**
     * Makes a repository.
     *
     * @param jdbc on the engine's data source, or on the portal's
     */
    public PlanRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Map<UUID, TenantPlan> loadAll() {
        return read(new PlanRows(jdbc, null));
    }

    @Override
    public Map<UUID, TenantPlan> load(Set<UUID> tenantIds) {
        return read(new PlanRows(jdbc, tenantIds.toArray(UUID[]::new)));
    }

    private static Map<UUID, TenantPlan> read(PlanRows rows) {
        var builders = new HashMap<UUID, PlanBuilder>();
        rows.companies().forEach(company -> builders.put(company.id(), new PlanBuilder(company)));
        rows.extensions(builders);
        rows.numbersAndTrunks(builders);
        rows.flows(builders);
        new ScheduleRows(rows).read(builders);
        var plans = HashMap.<UUID, TenantPlan>newHashMap(builders.size());
        builders.forEach((id, builder) -> plans.put(id, builder.build()));
        return plans;
    }
}
