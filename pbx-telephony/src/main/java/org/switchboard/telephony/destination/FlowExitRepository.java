package org.switchboard.telephony.destination;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** SQL of the ways out. Runs inside a transaction of a tenant's scope, and sees that tenant's rows only. */
@Repository
public class FlowExitRepository {

    private static final String EXIT = """
            select e.node_id, e.exit, e.to_kind, e.to_node_id, e.to_value, t.name, t.number
              from flow_exit e left join flow_node t on t.tenant_id = e.tenant_id and t.id = e.to_node_id
            """;

    private final JdbcClient jdbc;

    /**
     * Uses the portal's database role.
     *
     * @param jdbc its client
     */
    public FlowExitRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The ways out of one node.
     *
     * @param nodeId the node
     * @return in the order of their keys
     */
    public List<FlowExit> of(UUID nodeId) {
        return jdbc.sql(EXIT + " where e.node_id = :nodeId order by e.exit").param("nodeId", nodeId)
                .query(FlowExitRepository::exit).list();
    }

    /**
     * The ways out of all nodes of the tenant.
     *
     * @return ordered by node and key
     */
    public List<FlowExit> all() {
        return jdbc.sql(EXIT + " order by e.node_id, e.exit").query(FlowExitRepository::exit).list();
    }

    /**
     * Sets where a way out leads.
     *
     * @param tenantId the company
     * @param nodeId   the node
     * @param exit     the way out's key
     * @param to       a checked destination
     * @throws org.springframework.dao.DataIntegrityViolationException when the node or the destination is gone
     */
    public void put(UUID tenantId, UUID nodeId, String exit, Destination to) {
        jdbc.sql("""
                insert into flow_exit (tenant_id, node_id, exit, to_kind, to_node_id, to_value)
                values (:tenantId, :nodeId, :exit, :kind, :to, :value)
                on conflict (tenant_id, node_id, exit)
                do update set to_kind = excluded.to_kind, to_node_id = excluded.to_node_id, to_value = excluded.to_value
                where (flow_exit.to_kind, flow_exit.to_node_id, flow_exit.to_value)
                      is distinct from (excluded.to_kind, excluded.to_node_id, excluded.to_value)""")
                .param("tenantId", tenantId).param("nodeId", nodeId).param("exit", exit)
                .param("kind", to.kind().value()).param("to", to.nodeId()).param("value", to.value())
                .update();
    }

    /**
     * Takes a way out away.
     *
     * @param nodeId the node
     * @param exit   the way out's key
     * @return whether there was one
     */
    public boolean remove(UUID nodeId, String exit) {
        return jdbc.sql("delete from flow_exit where node_id = :nodeId and exit = :exit")
                .param("nodeId", nodeId).param("exit", exit).update() == 1;
    }

    /**
     * Finds a thing by its id.
     *
     * @param kind its kind
     * @param id   its id
     * @return empty when there is none of this kind
     */
    public Optional<Destination> thing(DestinationKind kind, UUID id) {
        return jdbc.sql("select kind, id, name, number from flow_node where id = :id and kind = :kind")
                .param("id", id).param("kind", kind.value()).query(FlowExitRepository::thing).optional();
    }

    /**
     * Finds a thing by what people dial for it; a voicemail box by its box number, which its name begins with.
     *
     * @param kind   its kind
     * @param number the number
     * @return empty when there is none of this kind
     */
    public Optional<Destination> thing(DestinationKind kind, String number) {
        return jdbc.sql("""
                select kind, id, name, number from flow_node
                 where kind = :kind and (number = :number or number is null and split_part(name, ' ', 1) = :number)
                 order by number nulls last limit 1""")
                .param("kind", kind.value()).param("number", number).query(FlowExitRepository::thing).optional();
    }

    /**
     * Searches things of a kind by part of their name or number.
     *
     * @param kind  the kind
     * @param text  what to look for, in any case; empty finds all
     * @param limit most rows to give
     * @return in the order of their names
     */
    public List<Destination> search(DestinationKind kind, String text, int limit) {
        return jdbc.sql("""
                select kind, id, name, number from flow_node
                 where kind = :kind and (:text = '' or strpos(lower(name), lower(:text)) > 0)
                 order by starts_with(lower(name), lower(:text)) desc, name, id limit :limit""")
                .param("kind", kind.value()).param("text", text).param("limit", limit)
                .query(FlowExitRepository::thing).list();
    }

    /**
     * What leads to a thing.
     *
     * @param nodeId the thing
     * @return ordered by kind and name, without ways that lead from the thing to itself
     */
    public List<UsedBy> usedBy(UUID nodeId) {
        return jdbc.sql("""
                select n.kind, n.id, n.name, e.exit
                  from flow_exit e join flow_node n on n.tenant_id = e.tenant_id and n.id = e.node_id
                 where e.to_node_id = :nodeId and e.node_id <> :nodeId order by n.kind, n.name, e.exit""")
                .param("nodeId", nodeId)
                .query((row, number) -> new UsedBy(row.getString("kind"), row.getObject("id", UUID.class), row.getString("name"),
                        row.getString("exit")))
                .list();
    }

    private static FlowExit exit(ResultSet row, int number) throws SQLException {
        String value = row.getString("to_value");
        return new FlowExit(row.getObject("node_id", UUID.class), row.getString("exit"),
                new Destination(DestinationKind.of(row.getString("to_kind")), row.getObject("to_node_id", UUID.class),
                        row.getString("number"), value, value == null ? row.getString("name") : value));
    }

    private static Destination thing(ResultSet row, int number) throws SQLException {
        return new Destination(DestinationKind.of(row.getString("kind")), row.getObject("id", UUID.class), row.getString("number"),
                null, row.getString("name"));
    }
}
