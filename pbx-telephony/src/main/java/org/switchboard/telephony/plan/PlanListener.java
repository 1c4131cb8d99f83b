package org.switchboard.telephony.plan;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.switchboard.telephony.call.DeviceRef;

/**
 * Follows the database by {@code LISTEN}: reloads the plans it names, and passes on which devices changed. It holds one
 * connection for as long as it lives. After a loss everything is read anew, since notifications are not kept for us.
 */
public final class PlanListener implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(PlanListener.class);
    private static final Duration WAIT = Duration.ofSeconds(1);
    private static final int QUIET_WAITS_BEFORE_CHECK = 5;
    private static final int CHECK_SECONDS = 2;
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final DataSource dataSource;
    private final PlanStore store;
    private final DeviceChanges devices;
    private final Runnable loaded;
    private final Thread worker = Thread.ofPlatform().name("plan-listener").daemon().unstarted(this::work);
    private volatile boolean closed;
    private volatile boolean listening;

    /**
     * Makes a listener; nothing happens before {@link #start()}.
     *
     * @param dataSource the engine's
     * @param store      what is kept up to date
     * @param devices    who hears of changed devices
     * @param loaded     run each time that everything has been read
     */
    public PlanListener(DataSource dataSource, PlanStore store, DeviceChanges devices, Runnable loaded) {
        this.dataSource = dataSource;
        this.store = store;
        this.devices = devices;
        this.loaded = loaded;
    }

    /** Begins to listen. Returns at once. */
    public void start() {
        worker.start();
    }

    /**
     * Whether the database is there and changes are heard of.
     *
     * @return false while plans may be out of date
     */
    public boolean isListening() {
        return listening;
    }

    private void work() {
        while (!closed) {
            try (var connection = dataSource.getConnection()) {
                listen(connection);
            } catch (SQLException | DataAccessException e) {
                if (!closed) {
                    log.warn("The database is away; calls go on by the last plans: {}", e.getMessage());
                }
            } finally {
                listening = false;
            }
            pause();
        }
    }

    private void listen(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("listen pbx_plan");
            statement.execute("listen pbx_device");
        }
        var notifications = connection.unwrap(PGConnection.class);
        store.reloadAll();
        devices.anyMayHaveChanged();
        listening = true;
        log.info("Plans loaded; listening for changes");
        loaded.run();
        var quiet = 0;
        while (!closed) {
            var batch = notifications.getNotifications((int) WAIT.toMillis());
            if (batch != null && batch.length > 0) {
                quiet = 0;
                take(batch);
            } else if (++quiet == QUIET_WAITS_BEFORE_CHECK) {
                quiet = 0;
                check(connection);
            }
        }
    }

    private void take(PGNotification[] batch) {
        var tenants = new HashSet<UUID>();
        var changed = new HashSet<String>();
        var gone = new HashSet<String>();
        for (var notification : batch) {
            var payload = notification.getParameter();
            if (notification.getName().equals("pbx_plan")) {
                tenants.add(UUID.fromString(payload));
            } else {
                sort(payload, changed, gone);
            }
        }
        if (!tenants.isEmpty()) {
            store.reload(tenants);
        }
        changed.forEach(devices::changed);
        gone.forEach(devices::gone);
    }

    /** A device's payload is its SIP user name, followed by {@code  gone} when it no longer exists. */
    private static void sort(String payload, Set<String> changed, Set<String> gone) {
        var name = payload.split(" ", 2);
        if (!DeviceRef.isDevice(name[0])) {
            log.warn("A change of a device with a malformed name was announced and is left out");
        } else if (name.length == 2 && name[1].equals("gone")) {
            gone.add(name[0]);
        } else {
            changed.add(name[0]);
        }
    }

    /** A link that died in silence shows itself only when something is sent. */
    private static void check(Connection connection) throws SQLException {
        if (!connection.isValid(CHECK_SECONDS)) {
            throw new SQLException("the connection no longer answers");
        }
    }

    private void pause() {
        if (closed) {
            return;
        }
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException _) {
            log.debug("closing");
        }
    }

    /** Stops listening and gives the connection back. */
    @Override
    public void close() {
        closed = true;
        worker.interrupt();
        try {
            worker.join(Duration.ofSeconds(3));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
