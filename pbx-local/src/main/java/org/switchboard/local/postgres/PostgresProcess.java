package org.switchboard.local.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.switchboard.local.Cache;
import org.switchboard.local.Layout;
import org.switchboard.local.Ports;
import org.switchboard.local.Refusal;
import org.switchboard.local.Secrets;
import org.switchboard.local.Settings;
import org.switchboard.local.process.Await;
import org.switchboard.local.process.Daemon;
import org.switchboard.local.process.ProcessIdentity;
import org.switchboard.local.process.Shell;

/**
 * The embedded PostgreSQL as a process of its own, listening on 127.0.0.1 only, its cluster in the data folder.
 */
public final class PostgresProcess {

    private static final String SUPERUSER = "postgres";
    private static final Duration START_LIMIT = Duration.ofSeconds(60);
    private static final Duration STOP_PATIENCE = Duration.ofSeconds(20);
    /** After a kill of its first process PostgreSQL refuses to start until the others have noticed and ended. */
    private static final String HELD_BY_ORPHANS = "pre-existing shared memory block";
    private static final Map<String, String> ENVIRONMENT = Map.of("LC_ALL", "C", "TZ", "UTC");

    private final PostgresBinaries binaries;
    private final Layout layout;
    private final Settings settings;
    private final Secrets secrets;
    private final Daemon daemon;

    /**
     * @param binaries the programs
     * @param layout where the cluster is
     * @param settings port, and whether to wait for the disk
     * @param secrets passwords of superuser and owner
     */
    public PostgresProcess(PostgresBinaries binaries, Layout layout, Settings settings, Secrets secrets) {
        this.binaries = binaries;
        this.layout = layout;
        this.settings = settings;
        this.secrets = secrets;
        this.daemon = daemon(layout);
    }

    /** The process of a data folder, to look at or stop without knowing more. */
    public static Daemon daemon(Layout layout) {
        return new Daemon("postgres", layout);
    }

    /** Ends the process of a data folder: INT is PostgreSQL's fast shutdown, which loses nothing. */
    public static boolean stop(Layout layout) {
        return daemon(layout).stop("INT", STOP_PATIENCE);
    }

    /** The running process; empty when it is down. */
    public Optional<ProcessIdentity> running() {
        return daemon.running();
    }

    /** Starts the process, making the cluster first when there is none. Refuses when the port is taken. */
    public void start() {
        Ports.requireFree("127.0.0.1", settings.databasePort(), "PostgreSQL", "--db-port");
        if (!Files.exists(layout.postgres().resolve("PG_VERSION"))) {
            createCluster();
        }
        launch();
    }

    private void launch() {
        var options = new ArrayList<>(List.of(binaries.program("postgres").toString(), "-D", layout.postgres().toString()));
        var parameters = new ArrayList<>(List.of("listen_addresses=127.0.0.1", "port=" + settings.databasePort(),
                "unix_socket_directories=", "max_connections=150", "password_encryption=scram-sha-256",
                "log_line_prefix=%m [%p] %q%u@%d ", "timezone=UTC", "log_timezone=UTC"));
        if (!settings.durable()) {
            parameters.addAll(List.of("fsync=off", "synchronous_commit=off", "full_page_writes=off", "shared_buffers=32MB"));
        }
        parameters.forEach(parameter -> options.addAll(List.of("-c", parameter)));
        daemon.start(NotRoot.wrap(options), ENVIRONMENT, layout.postgres());
    }

    /** Waits until connections are answered; refuses with its last words when it ends instead. */
    public void awaitReady() {
        boolean ready = Await.until(START_LIMIT, () -> {
            if (daemon.running().isEmpty() && daemon.lastWords().contains(HELD_BY_ORPHANS)) {
                launch();
            }
            return daemon.running().isEmpty() || answers();
        });
        if (!ready || daemon.running().isEmpty()) {
            throw new Refusal("PostgreSQL did not start: see " + daemon.logFile() + ". Its last words:\n"
                    + daemon.lastWords());
        }
        createDatabase();
    }

    /** Whether a superuser can connect. */
    public boolean answers() {
        try (var connection = connect("postgres")) {
            return connection.isValid(1);
        } catch (SQLException notYet) {
            return false;
        }
    }

    private void createCluster() {
        Path fresh = layout.data().resolve("postgres.new");
        try {
            Cache.deleteTree(fresh);
            Layout.createPrivate(fresh);
            Path password = layout.run().resolve("initdb-password");
            Layout.writePrivate(password, secrets.databaseSuperuser() + "\n");
            var made = Shell.run(NotRoot.wrap(binaries.program("initdb"), "-D", fresh.toString(), "-U", SUPERUSER,
                    "--pwfile=" + password, "--auth=scram-sha-256", "--encoding=UTF8", "--locale=C",
                    "--locale-provider=builtin", "--builtin-locale=C.UTF-8",
                    settings.durable() ? "--data-checksums" : "--no-sync"),
                    ENVIRONMENT);
            Files.delete(password);
            if (!made.ok()) {
                throw new Refusal("PostgreSQL's data folder could not be made (" + made.tail() + ").");
            }
            Files.move(fresh, layout.postgres(), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Database and owner, who may make roles but is no superuser: row-level security must bind everybody but migrations. */
    private void createDatabase() {
        String owner = settings.databaseOwner();
        try (var connection = connect("postgres"); var statement = connection.createStatement()) {
            if (!exists(connection, "SELECT 1 FROM pg_roles WHERE rolname = ?", owner)) {
                statement.execute(format(connection, "CREATE ROLE %I LOGIN CREATEROLE PASSWORD %L",
                        owner, secrets.databaseOwner()));
            }
            if (!exists(connection, "SELECT 1 FROM pg_database WHERE datname = ?", Settings.DATABASE)) {
                statement.execute(format(connection, "CREATE DATABASE %I OWNER %I", Settings.DATABASE, owner));
            }
        } catch (SQLException e) {
            throw new Refusal("The database could not be made (" + e.getMessage() + "): see " + daemon.logFile() + ".", e);
        }
    }

    private Connection connect(String database) throws SQLException {
        var properties = new Properties();
        properties.setProperty("user", SUPERUSER);
        properties.setProperty("password", secrets.databaseSuperuser());
        properties.setProperty("connectTimeout", "2");
        return DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + settings.databasePort() + "/" + database,
                properties);
    }

    private static boolean exists(Connection connection, String query, String name) throws SQLException {
        try (var statement = connection.prepareStatement(query)) {
            statement.setString(1, name);
            try (var rows = statement.executeQuery()) {
                return rows.next();
            }
        }
    }

    /** Lets PostgreSQL itself quote the names and words of a statement that takes no parameters. */
    private static String format(Connection connection, String pattern, String... arguments) throws SQLException {
        try (var statement = connection.prepareStatement("SELECT format(?, VARIADIC ?)")) {
            statement.setString(1, pattern);
            statement.setArray(2, connection.createArrayOf("text", arguments));
            try (var rows = statement.executeQuery()) {
                rows.next();
                return rows.getString(1);
            }
        }
    }
}
