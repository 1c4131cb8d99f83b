package org.switchboard.telephony.trunk;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;
import org.switchboard.telephony.number.DialForm;

/** SQL of the trunks. Runs inside a transaction of a tenant's scope, and sees that tenant's rows only; never a password. */
@Repository
public class TrunkRepository {

    private static final String COLUMNS = """
            id, tenant_id, name, endpoint_id, enabled, kind, host, port, transport, username,
            array(select case when masklen(a) = case family(a) when 4 then 32 else 128 end then host(a) else network(a)::text end
                    from unnest(addresses) a) as addresses,
            number_format, caller_id, call_limit, created_at""";

    private final JdbcClient jdbc;

    /**
     * Uses the portal's database role.
     *
     * @param jdbc its client
     */
    public TrunkRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Adds a trunk.
     *
     * @param tenantId   the company
     * @param endpointId Asterisk's name for it
     * @param draft      a checked draft
     * @return the trunk as stored
     * @throws org.springframework.dao.DataIntegrityViolationException when the name is taken ({@code trunk_name_key}) or an address
     *         is another trunk's ({@code trunk_address_once})
     */
    public Trunk insert(UUID tenantId, String endpointId, TrunkDraft draft) {
        return settings(jdbc.sql("""
                insert into trunk (tenant_id, endpoint_id, name, enabled, kind, host, port, transport, username, password, addresses,
                                   number_format, caller_id, call_limit)
                values (:tenantId, :endpointId, :name, :enabled, :kind, :host, :port, :transport, :username, :password,
                        :addresses::inet[], :numberFormat, :callerId, :callLimit)
                returning\s""" + COLUMNS), draft)
                .param("tenantId", tenantId)
                .param("endpointId", endpointId)
                .param("password", draft.password())
                .query(TrunkRepository::trunk)
                .single();
    }

    /**
     * Changes a trunk. Without a password the stored one stays; without an account it goes.
     *
     * @param id    the trunk
     * @param draft a checked draft
     * @return the trunk as stored, or empty when there is none
     * @throws org.springframework.dao.DataIntegrityViolationException as {@link #insert}
     */
    public Optional<Trunk> update(UUID id, TrunkDraft draft) {
        // The password can be written but not read, so the statement names it only where it changes.
        boolean forgotten = draft.username() == null;
        String password = forgotten ? ", password = null" : draft.password() == null ? "" : ", password = :password";
        StatementSpec statement = settings(jdbc.sql("""
                update trunk set name = :name, enabled = :enabled, kind = :kind, host = :host, port = :port, transport = :transport,
                       username = :username, addresses = :addresses::inet[], number_format = :numberFormat, caller_id = :callerId,
                       call_limit = :callLimit""" + password + " where id = :id returning " + COLUMNS), draft)
                .param("id", id);
        return (!forgotten && draft.password() != null ? statement.param("password", draft.password()) : statement)
                .query(TrunkRepository::trunk)
                .optional();
    }

    /**
     * Deletes a trunk.
     *
     * @param id the trunk
     * @return whether there was one
     * @throws org.springframework.dao.DataIntegrityViolationException when a route uses it ({@code outbound_route_trunk_fkey})
     */
    public boolean delete(UUID id) {
        return jdbc.sql("delete from trunk where id = :id").param("id", id).update() == 1;
    }

    /**
     * Finds a trunk.
     *
     * @param id the trunk
     * @return the trunk, or empty
     */
    public Optional<Trunk> find(UUID id) {
        return jdbc.sql("select " + COLUMNS + " from trunk where id = :id").param("id", id).query(TrunkRepository::trunk).optional();
    }

    /**
     * All trunks.
     *
     * @return in the order of their names
     */
    public List<Trunk> all() {
        return jdbc.sql("select " + COLUMNS + " from trunk order by name").query(TrunkRepository::trunk).list();
    }

    /**
     * The outbound routes that use a trunk.
     *
     * @param id the trunk
     * @return their names, in order
     */
    public List<String> usedBy(UUID id) {
        return jdbc.sql("""
                select r.name from outbound_route_trunk t join outbound_route r on r.tenant_id = t.tenant_id and r.id = t.route_id
                 where t.trunk_id = :id order by r.position""")
                .param("id", id).query(String.class).list();
    }

    private static StatementSpec settings(StatementSpec statement, TrunkDraft draft) {
        return statement.param("name", draft.name())
                .param("enabled", draft.enabled())
                .param("kind", draft.kind().value())
                .param("host", draft.host())
                .param("port", draft.port())
                .param("transport", draft.transport().value())
                .param("username", draft.username())
                .param("addresses", draft.addresses().toArray(String[]::new))
                .param("numberFormat", draft.numberFormat().value())
                .param("callerId", draft.callerId())
                .param("callLimit", draft.callLimit());
    }

    private static Trunk trunk(ResultSet row, int index) throws SQLException {
        return new Trunk(row.getObject("id", UUID.class), row.getObject("tenant_id", UUID.class), row.getString("name"),
                row.getString("endpoint_id"), row.getBoolean("enabled"), TrunkKind.of(row.getString("kind")), row.getString("host"),
                row.getInt("port"), TrunkTransport.of(row.getString("transport")), row.getString("username"),
                Arrays.asList((String[]) row.getArray("addresses").getArray()), DialForm.of(row.getString("number_format")),
                row.getString("caller_id"), row.getObject("call_limit", Integer.class),
                row.getObject("created_at", OffsetDateTime.class).toInstant());
    }
}
