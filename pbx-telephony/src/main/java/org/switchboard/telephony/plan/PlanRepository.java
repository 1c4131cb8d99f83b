package org.switchboard.telephony.plan;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.switchboard.telephony.call.DeviceRef;

/** Reads plans from the database, as role {@code pbx_engine}, which sees every company. */
public final class PlanRepository implements PlanSource {

    private static final String SELECT = """
            select e.tenant_id, e.number, e.ring_seconds, e.may_call, d.sip_username
              from extension e
              left join device d on d.tenant_id = e.tenant_id and d.extension_id = e.id
            """;
    private static final String ORDER = " order by e.tenant_id, e.number, d.created_at, d.id";

    private final JdbcClient jdbc;

    /**
     * Makes a repository.
     *
     * @param jdbc on the engine's data source
     */
    public PlanRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Map<UUID, TenantPlan> loadAll() {
        var rows = new Rows();
        jdbc.sql(SELECT + ORDER).query(rows);
        return rows.plans();
    }

    @Override
    public Map<UUID, TenantPlan> load(Set<UUID> tenantIds) {
        var rows = new Rows();
        jdbc.sql(SELECT + " where e.tenant_id = any(:ids)" + ORDER).param("ids", tenantIds.toArray(UUID[]::new)).query(rows);
        return rows.plans();
    }

    /** Gathers the rows, which come ordered, one for each device or for an extension without one. */
    private static final class Rows implements RowCallbackHandler {

        private final Map<UUID, List<PlannedExtension>> extensions = new HashMap<>();
        private UUID tenantId;
        private PlannedExtension extension;
        private List<DeviceRef> devices = List.of();

        @Override
        public void processRow(ResultSet row) throws SQLException {
            var tenant = row.getObject("tenant_id", UUID.class);
            var number = row.getString("number");
            if (extension == null || !tenant.equals(tenantId) || !number.equals(extension.number())) {
                finish();
                tenantId = tenant;
                extension = new PlannedExtension(number, row.getInt("ring_seconds"),
                        !row.getString("may_call").equals("nobody"), List.of());
                devices = new ArrayList<>();
            }
            var sipUsername = row.getString("sip_username");
            if (sipUsername != null) {
                devices.add(new DeviceRef(sipUsername));
            }
        }

        private void finish() {
            if (extension != null) {
                extensions.computeIfAbsent(tenantId, _ -> new ArrayList<>()).add(new PlannedExtension(extension.number(),
                        extension.ringSeconds(), extension.mayCall(), devices));
            }
        }

        Map<UUID, TenantPlan> plans() {
            finish();
            extension = null;
            var plans = HashMap.<UUID, TenantPlan>newHashMap(extensions.size());
            extensions.forEach((id, ofTenant) -> plans.put(id, new TenantPlan(id, ofTenant)));
            return plans;
        }
    }
}
