package org.switchboard.local.bench;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.switchboard.local.LocalStack;
import org.switchboard.local.phone.Digest;

/**
 * A company with as many extensions and devices as a measurement needs, inserted by SQL: extension {@code 1000 + i} has
 * one device, whose user name and secret are known without asking.
 */
public final class DeviceFleet {

    private static final int FIRST_NUMBER = 10_000;
    /** Realm of all digests, see the table device. */
    private static final String REALM = "switchboard";
    private static final int BATCH = 1_000;

    private final UUID tenant;
    private final String slug;
    private final int size;

    private DeviceFleet(UUID tenant, String slug, int size) {
        this.tenant = tenant;
        this.slug = slug;
        this.size = size;
    }

    /**
     * Inserts them.
     *
     * @param slug the company's short name; its first three letters begin each user name
     * @param size how many devices
     */
    public static DeviceFleet insert(LocalStack stack, String slug, int size) {
        return insert(stack, new DeviceFleet(UUID.randomUUID(), slug, size), true);
    }

    private static DeviceFleet insert(LocalStack stack, DeviceFleet fleet, boolean newCompany) {
        try (var connection = DriverManager.getConnection(stack.jdbcUrl(), stack.settings().databaseOwner(),
                stack.ownerPassword())) {
            connection.setAutoCommit(false);
            // The owner is under row-level security as everybody else is, unless it is the superuser.
            try (var statement = connection.createStatement()) {
                statement.execute("select set_config('pbx.operator', 'on', true), set_config('pbx.tenant', '"
                        + fleet.tenant + "', true)");
            }
            fleet.insertRows(connection, newCompany);
            connection.commit();
            return fleet;
        } catch (SQLException e) {
            throw new IllegalStateException("cannot insert " + fleet.size + " devices", e);
        }
    }

    /**
     * Inserts them into a company that exists.
     *
     * @param tenant the company
     */
    public static DeviceFleet insertInto(LocalStack stack, UUID tenant, String slug, int size) {
        return insert(stack, new DeviceFleet(tenant, slug, size), false);
    }

    /** The company. */
    public UUID tenant() {
        return tenant;
    }

    /** How many devices. */
    public int size() {
        return size;
    }

    /** SIP user name of the device. */
    public String username(int index) {
        return "%s%013d".formatted(slug.substring(0, 3), index);
    }

    /** Its secret; derived, since it guards nothing outside a measurement. */
    public String password(int index) {
        return "secret-" + username(index);
    }

    /** Number of the extension that the device belongs to. */
    public String number(int index) {
        return Integer.toString(FIRST_NUMBER + index);
    }

    /** Indexes of all devices. */
    public IntStream indexes() {
        return IntStream.range(0, size);
    }

    private void insertRows(Connection connection, boolean newCompany) throws SQLException {
        if (newCompany) {
            try (var statement = connection.prepareStatement("insert into tenant (id, slug, name) values (?, ?, ?)")) {
                statement.setObject(1, tenant);
                statement.setString(2, slug);
                statement.setString(3, "Company " + slug);
                statement.execute();
            }
        }
        List<UUID> extensions = indexes().mapToObj(_ -> UUID.randomUUID()).toList();
        try (var statement = connection.prepareStatement(
                "insert into extension (id, tenant_id, number, name) values (?, ?, ?, ?)")) {
            for (int i = 0; i < size; i++) {
                statement.setObject(1, extensions.get(i));
                statement.setObject(2, tenant);
                statement.setString(3, number(i));
                statement.setString(4, "Person " + i);
                statement.addBatch();
                if (i % BATCH == BATCH - 1) {
                    statement.executeBatch();
                }
            }
            statement.executeBatch();
        }
        try (var statement = connection.prepareStatement("insert into device (tenant_id, extension_id, name, sip_username,"
                + " ha1) values (?, ?, 'Desk phone', ?, ?)")) {
            for (int i = 0; i < size; i++) {
                statement.setObject(1, tenant);
                statement.setObject(2, extensions.get(i));
                statement.setString(3, username(i));
                statement.setString(4, Digest.ha1(username(i), REALM, password(i)));
                statement.addBatch();
                if (i % BATCH == BATCH - 1) {
                    statement.executeBatch();
                }
            }
            statement.executeBatch();
        }
    }
}
