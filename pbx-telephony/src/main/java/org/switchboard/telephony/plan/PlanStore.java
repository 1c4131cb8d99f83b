package org.switchboard.telephony.plan;

import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.switchboard.telephony.call.DeviceRef;

/** The plans in force. Readers get one immutable snapshot and never wait; when the database is away, the last one stays. */
public final class PlanStore {

    private final PlanSource source;
    private final InstantSource clock;
    private volatile Plans plans = new Plans(Map.of(), Map.of(), Map.of(), null);

    /**
     * Makes an empty store.
     *
     * @param source where plans come from
     * @param clock  what time it is
     */
    public PlanStore(PlanSource source, InstantSource clock) {
        this.source = source;
        this.clock = clock;
    }

    /**
     * Reads everything anew. On failure the last plans stay in force.
     *
     * @throws org.springframework.dao.DataAccessException when the database is away
     */
    public synchronized void reloadAll() {
        var begun = clock.instant();
        plans = Plans.of(source.loadAll(), begun);
    }

    /**
     * Reads some companies anew. On failure the last plans stay in force.
     *
     * @param tenantIds which; those that are gone lose their plan
     * @throws org.springframework.dao.DataAccessException when the database is away
     */
    public synchronized void reload(Set<UUID> tenantIds) {
        var begun = clock.instant();
        var all = new HashMap<>(plans.byTenant());
        all.keySet().removeAll(tenantIds);
        all.putAll(source.load(tenantIds));
        plans = Plans.of(all, begun);
    }

    /**
     * The plan of the company that a device belongs to.
     *
     * @param device any device
     * @return empty when the device is not known (yet)
     */
    public Optional<TenantPlan> planOf(DeviceRef device) {
        var now = plans;
        return Optional.ofNullable(now.byDevice().get(device));
    }

    /**
     * The plan of the company that a trunk belongs to.
     *
     * @param endpointId Asterisk's name for a trunk, or any other text
     * @return empty when the trunk is not known (yet)
     */
    public Optional<TenantPlan> planOfTrunk(String endpointId) {
        return Optional.ofNullable(plans.byTrunk().get(endpointId));
    }

    /**
     * The plan of a company.
     *
     * @param tenantId the company
     * @return empty when it is not known (yet)
     */
    public Optional<TenantPlan> plan(UUID tenantId) {
        return Optional.ofNullable(plans.byTenant().get(tenantId));
    }

    /**
     * When the present plans were read.
     *
     * @return empty before the first time
     */
    public Optional<Instant> loadedAt() {
        return Optional.ofNullable(plans.loadedAt());
    }

    /** One consistent state of all companies. */
    private record Plans(Map<UUID, TenantPlan> byTenant, Map<DeviceRef, TenantPlan> byDevice, Map<String, TenantPlan> byTrunk,
                         Instant loadedAt) {

        static Plans of(Map<UUID, TenantPlan> byTenant, Instant loadedAt) {
            var byDevice = new HashMap<DeviceRef, TenantPlan>();
            var byTrunk = new HashMap<String, TenantPlan>();
            byTenant.values().forEach(plan -> {
                plan.devices().forEach(device -> byDevice.put(device, plan));
                plan.trunks().forEach(trunk -> byTrunk.put(trunk.endpointId(), plan));
            });
            return new Plans(byTenant, byDevice, byTrunk, loadedAt);
        }
    }
}
