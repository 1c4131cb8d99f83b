package org.switchboard.telephony.outbound;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.switchboard.telephony.outbound.OutboundRoute.TrunkName;

/** SQL of the outbound routes. Runs inside a transaction of a tenant's scope, and sees that tenant's rows only. */
@Repository
public class OutboundRouteRepository {

    private static final String ROUTE = """
            select r.id, r.name, r.position, r.patterns, r.caller_id, r.created_at,
                   array(select t.id from outbound_route_trunk o join trunk t on t.tenant_id = o.tenant_id and t.id = o.trunk_id
                          where o.tenant_id = r.tenant_id and o.route_id = r.id order by o.position) as trunk_ids,
                   array(select t.name from outbound_route_trunk o join trunk t on t.tenant_id = o.tenant_id and t.id = o.trunk_id
                          where o.tenant_id = r.tenant_id and o.route_id = r.id order by o.position) as trunk_names
              from outbound_route r
            """;

    private final JdbcClient jdbc;

    /**
     * Uses the portal's database role.
     *
     * @param jdbc its client
     */
    public OutboundRouteRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Adds a route behind all others.
     *
     * @param tenantId the company
     * @param draft    a checked draft
     * @return its id
     * @throws org.springframework.dao.DataIntegrityViolationException when the name is taken ({@code outbound_route_name_key}), or a
     *         trunk is not one of the company's ({@code outbound_route_trunk_fkey})
     */
    public UUID insert(UUID tenantId, OutboundRouteDraft draft) {
        UUID id = jdbc.sql("""
                insert into outbound_route (tenant_id, name, position, patterns, caller_id)
                values (:tenantId, :name, (select coalesce(max(position), 0) + 1 from outbound_route), :patterns, :callerId) returning id""")
                .param("tenantId", tenantId).param("name", draft.name())
                .param("patterns", draft.patterns().toArray(String[]::new)).param("callerId", draft.callerId())
                .query(UUID.class).single();
        insertTrunks(tenantId, id, draft.trunks());
        return id;
    }

    /**
     * Changes a route; its place stays.
     *
     * @param tenantId the company
     * @param id       the route
     * @param draft    a checked draft
     * @return whether there was one
     * @throws org.springframework.dao.DataIntegrityViolationException as {@link #insert}
     */
    public boolean update(UUID tenantId, UUID id, OutboundRouteDraft draft) {
        boolean found = jdbc.sql("update outbound_route set name = :name, patterns = :patterns, caller_id = :callerId where id = :id")
                .param("name", draft.name()).param("patterns", draft.patterns().toArray(String[]::new))
                .param("callerId", draft.callerId()).param("id", id).update() == 1;
        if (found && !trunkIds(id).equals(draft.trunks())) {
            jdbc.sql("delete from outbound_route_trunk where route_id = :id").param("id", id).update();
            insertTrunks(tenantId, id, draft.trunks());
        }
        return found;
    }

    /**
     * Deletes a route.
     *
     * @param id the route
     * @return whether there was one
     */
    public boolean delete(UUID id) {
        return jdbc.sql("delete from outbound_route where id = :id").param("id", id).update() == 1;
    }

    /**
     * Puts the routes in order.
     *
     * @param ids all routes of the tenant, the first first
     */
    public void order(List<UUID> ids) {
        // One statement, so that no two routes share a place when it ends.
        jdbc.sql("""
                update outbound_route set position = wanted.position
                  from unnest(:ids) with ordinality as wanted (id, position)
                 where outbound_route.id = wanted.id and outbound_route.position <> wanted.position""")
                .param("ids", ids.toArray(UUID[]::new)).update();
    }

    /**
     * Finds a route.
     *
     * @param id the route
     * @return the route, or empty
     */
    public Optional<OutboundRoute> find(UUID id) {
        return jdbc.sql(ROUTE + " where r.id = :id").param("id", id).query(OutboundRouteRepository::route).optional();
    }

    /**
     * All routes.
     *
     * @return the first first
     */
    public List<OutboundRoute> all() {
        return jdbc.sql(ROUTE + " order by r.position").query(OutboundRouteRepository::route).list();
    }

    private List<UUID> trunkIds(UUID id) {
        return jdbc.sql("select trunk_id from outbound_route_trunk where route_id = :id order by position").param("id", id)
                .query(UUID.class).list();
    }

    private void insertTrunks(UUID tenantId, UUID id, List<UUID> trunks) {
        for (int at = 0; at < trunks.size(); at++) {
            jdbc.sql("insert into outbound_route_trunk (tenant_id, route_id, position, trunk_id) values (:tenantId, :id, :position, :trunk)")
                    .param("tenantId", tenantId).param("id", id).param("position", at + 1).param("trunk", trunks.get(at)).update();
        }
    }

    private static OutboundRoute route(ResultSet row, int index) throws SQLException {
        UUID[] ids = (UUID[]) row.getArray("trunk_ids").getArray();
        String[] names = (String[]) row.getArray("trunk_names").getArray();
        List<TrunkName> trunks = new ArrayList<>();
        for (int at = 0; at < ids.length; at++) {
            trunks.add(new TrunkName(ids[at], names[at]));
        }
        return new OutboundRoute(row.getObject("id", UUID.class), row.getString("name"), row.getInt("position"),
                Arrays.asList((String[]) row.getArray("patterns").getArray()), trunks, row.getString("caller_id"),
                row.getObject("created_at", OffsetDateTime.class).toInstant());
    }
}
