package org.switchboard.local.bench;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.UUID;
import org.switchboard.local.LocalStack;

/**
 * What a measurement of queues needs beside its {@link DeviceFleet}, inserted by SQL: a queue, an agent for each device, and a number that a provider on
 * this machine calls, which leads into the queue.
 */
final class QueueFleet {

    static final String NUMBER = "+12125550700";
    private static final int FIRST_AGENT = 50_000;

    private QueueFleet() {
    }

    /** The number by which an agent is known. */
    static String agent(int index) {
        return Integer.toString(FIRST_AGENT + index);
    }

    /** Inserts it all. */
    static void insert(LocalStack stack, DeviceFleet fleet, String providerAddress, int providerPort) {
        try (var connection = DriverManager.getConnection(stack.jdbcUrl(), stack.settings().databaseOwner(), stack.ownerPassword())) {
            connection.setAutoCommit(false);
            try (var statement = connection.createStatement()) {
                statement.execute("select set_config('pbx.operator', 'on', true), set_config('pbx.tenant', '" + fleet.tenant() + "', true)");
            }
            var queue = UUID.randomUUID();
            execute(connection, """
                    insert into queue (id, tenant_id, name, strategy, ring_seconds, join_when, announce_position, announce_wait)
                    values (?, ?, 'Bench', 'longest_idle', 20, 'always', false, false)""", queue, fleet.tenant());
            for (int i = 0; i < fleet.size(); i++) {
                execute(connection, """
                        with a as (insert into agent (tenant_id, name, number, extension_id) select tenant_id, ?, ?, id from extension
                                    where tenant_id = ? and number = ? returning id, tenant_id)
                        insert into queue_agent (tenant_id, queue_id, agent_id) select tenant_id, ?, id from a""",
                        "Agent " + i, agent(i), fleet.tenant(), fleet.number(i), queue);
            }
            execute(connection, "insert into trunk (tenant_id, name, endpoint_id, kind, host, port) values (?, 'Bench', 'trunkbenchaaaaaaaaaa', 'ip', ?, ?)",
                    fleet.tenant(), providerAddress, providerPort);
            execute(connection, "insert into phone_number (tenant_id, number) values (?, ?)", fleet.tenant(), NUMBER);
            execute(connection, """
                    insert into flow_exit (tenant_id, node_id, exit, to_kind, to_node_id)
                    select tenant_id, id, 'to', 'queue', ? from phone_number where tenant_id = ?""", queue, fleet.tenant());
            connection.commit();
        } catch (SQLException e) {
            throw new IllegalStateException("cannot insert the queue", e);
        }
    }

    private static void execute(Connection connection, String sql, Object... values) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.execute();
        }
    }
}
