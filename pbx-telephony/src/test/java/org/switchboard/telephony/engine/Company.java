package org.switchboard.telephony.engine;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.switchboard.local.LocalStack;
import org.switchboard.local.phone.SipAccount;
import org.switchboard.local.phone.SipProvider;

/** A company of a test, written into the database as its owner would see it, without the portal. */
public final class Company {

    private final LocalStack stack;
    private final UUID id = UUID.randomUUID();

    private Company(LocalStack stack) {
        this.stack = stack;
    }

    public static Company create(LocalStack stack, String slug) {
        var company = new Company(stack);
        company.execute("insert into tenant (id, slug, name) values (?, ?, ?)", company.id, slug, slug);
        return company;
    }

    public UUID id() {
        return id;
    }

    public void extension(String number, String name, int ringSeconds, String mayCall) {
        execute("insert into extension (tenant_id, number, name, ring_seconds, may_call) values (?, ?, ?, ?, ?)",
                id, number, name, ringSeconds, mayCall);
    }

    public void extension(String number, String name) {
        extension(number, name, 20, "internal");
    }

    /** A trunk to a provider that is known by its address, and a number that leads to an extension. */
    void number(String e164, String extension, SipProvider provider) {
        execute("insert into trunk (tenant_id, name, endpoint_id, kind, host, port) values (?, ?, ?, 'ip', ?, ?)", id, "trunk", "trunk" + letters(15),
                provider.address(), provider.port());
        execute("insert into phone_number (tenant_id, number) values (?, ?)", id, e164);
        execute("""
                insert into flow_exit (tenant_id, node_id, exit, to_kind, to_node_id)
                select n.tenant_id, n.id, 'to', 'extension', e.id from phone_number n join extension e on e.tenant_id = n.tenant_id
                 where n.number = ? and e.number = ?""", e164, extension);
    }

    private static String letters(int count) {
        return ThreadLocalRandom.current().ints(count, 0, 26).mapToObj(i -> String.valueOf((char) ('a' + i))).reduce("", String::concat);
    }

    void rename(String number, String newNumber) {
        execute("update extension set number = ? where tenant_id = ? and number = ?", newNumber, id, number);
    }

    /** Adds a device to an extension. */
    public SipAccount device(String number, String name) {
        var username = letters(16);
        var password = "secret-" + username;
        execute("""
                insert into device (tenant_id, extension_id, name, sip_username, ha1)
                select tenant_id, id, ?, ?, ? from extension where tenant_id = ? and number = ?""",
                name, username, ha1(username, password), id, number);
        return new SipAccount(username, password, "127.0.0.1", stack.settings().sipPort());
    }

    /** A trunk to a provider on this machine, known by its address. */
    public String trunk(String name, String host, int port) {
        var endpoint = "trunk" + ThreadLocalRandom.current().ints(15, 0, 26).mapToObj(i -> String.valueOf((char) ('a' + i)))
                .reduce("", String::concat);
        execute("insert into trunk (tenant_id, name, endpoint_id, kind, host, port) values (?, ?, ?, 'ip', ?, ?)",
                id, name, endpoint, host, port);
        return endpoint;
    }

    void deleteDevice(String username) {
        execute("delete from device where tenant_id = ? and sip_username = ?", id, username);
    }

    /** A queue that extensions reach by a number; no announcements, agents ring for ten seconds. */
    public UUID queue(String number, String name) {
        var queueId = UUID.randomUUID();
        execute("""
                insert into queue (id, tenant_id, name, number, ring_seconds, missed_offers, set_aside_seconds, announce_position, announce_wait)
                values (?, ?, ?, ?, 10, 1, 60, false, false)""", queueId, id, name, number);
        return queueId;
    }

    /** Gives a queue another value in one of its columns. */
    public void queue(UUID queueId, String column, Object value) {
        execute("update queue set " + column + " = ? where tenant_id = ? and id = ?", value, id, queueId);
    }

    /** An agent of some queues, whose own phone is an extension. */
    public UUID agent(String number, String name, String extension, UUID... queueIds) {
        var agentId = UUID.randomUUID();
        execute("insert into agent (id, tenant_id, name, number, extension_id) select ?, tenant_id, ?, ?, id from extension where tenant_id = ? and number = ?",
                agentId, name, number, id, extension);
        for (var queueId : queueIds) {
            serves(agentId, queueId);
        }
        return agentId;
    }

    void serves(UUID agentId, UUID queueId) {
        execute("insert into queue_agent (tenant_id, queue_id, agent_id) values (?, ?, ?)", id, queueId, agentId);
    }

    /** Where callers of a queue go by a key. */
    public void keyToExtension(UUID queueId, String key, String extension) {
        execute("""
                insert into flow_exit (tenant_id, node_id, exit, to_kind, to_node_id)
                select tenant_id, ?, ?, 'extension', id from extension where tenant_id = ? and number = ?""", queueId, "key_" + key, id, extension);
    }

    void delete(String table, UUID rowId) {
        execute("delete from " + table + " where tenant_id = ? and id = ?", id, rowId);
    }

    private void execute(String sql, Object... values) {
        try (var connection = DriverManager.getConnection(stack.jdbcUrl(), stack.settings().databaseOwner(), stack.ownerPassword())) {
            connection.setAutoCommit(false);
            try (var scope = connection.createStatement()) {
                scope.execute("select set_config('pbx.operator', 'on', true), set_config('pbx.tenant', '" + id + "', true)");
            }
            try (var statement = connection.prepareStatement(sql)) {
                for (var i = 0; i < values.length; i++) {
                    statement.setObject(i + 1, values[i]);
                }
                statement.executeUpdate();
            }
            connection.commit();
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    private static String ha1(String username, String password) {
        try {
            var digest = MessageDigest.getInstance("MD5");
            return HexFormat.of().formatHex(digest.digest((username + ":switchboard:" + password).getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has MD5", e);
        }
    }
}
