package org.switchboard.local;

import java.nio.file.Path;
import org.switchboard.local.asterisk.AsteriskPackages;
import org.switchboard.local.asterisk.AsteriskProcess;
import org.switchboard.local.postgres.DatabasePreparation;
import org.switchboard.local.postgres.PostgresBinaries;
import org.switchboard.local.postgres.PostgresProcess;

/**
 * PostgreSQL and Asterisk without the portal: what {@code ./pbx run} starts first, and what tests and benchmarks
 * start for themselves. Closing it ends both; a test JVM that ends without closing ends them as well.
 */
public final class LocalStack implements AutoCloseable {

    private final Layout layout;
    private final Settings settings;
    private final Secrets secrets;
    private final Progress progress;
    private Thread endWithJvm;
    private PostgresProcess postgres;
    private AsteriskProcess asterisk;
    private boolean freshDatabase;

    /**
     * @param layout the data folder
     * @param settings addresses, ports, and which database
     * @param progress told of each step
     */
    public LocalStack(Layout layout, Settings settings, Progress progress) {
        this.layout = layout;
        this.settings = settings;
        this.progress = progress;
        layout.create();
        this.secrets = Secrets.in(layout.secretsFile());
    }

    /** Starts both in a folder of a test, on free ports, without waiting for the disk; about three seconds. */
    public static LocalStack start(Path data) {
        return start(data, Settings.forTest());
    }

    /** Starts both with settings of one's own. */
    public static LocalStack start(Path data, Settings settings) {
        var stack = new LocalStack(new Layout(data), settings, Progress.silent());
        stack.endWithJvm = Thread.ofPlatform().unstarted(stack::stopBoth);
        Runtime.getRuntime().addShutdownHook(stack.endWithJvm);
        stack.startDatabase();
        stack.startAsterisk();
        return stack;
    }

    /** Starts or takes up PostgreSQL, migrates, lets the roles sign in. */
    public void startDatabase() {
        if (!settings.externalDatabase()) {
            postgres = new PostgresProcess(PostgresBinaries.ensure(Cache.ofUser(), Platform.current(), progress),
                    layout, settings, secrets);
            progress.step("PostgreSQL");
            if (postgres.running().isEmpty()) {
                postgres.start();
                freshDatabase = true;
            }
            postgres.awaitReady();
            progress.done("up on 127.0.0.1:" + settings.databasePort());
        }
        progress.step("Database schema");
        int count = new DatabasePreparation(settings, secrets).run();
        progress.done(count == 0 ? "up to date" : count + (count == 1 ? " migration" : " migrations") + " run");
    }

    /** Starts or takes up Asterisk. */
    public void startAsterisk() {
        var tree = new AsteriskPackages(Cache.ofUser(), Platform.current(), progress).ensure();
        asterisk = new AsteriskProcess(tree, layout, settings, secrets);
        boolean running = asterisk.running().isPresent();
        if (running && asterisk.outdated()) {
            progress.line("Note: Asterisk keeps running with its former configuration, so that no call is cut; "
                    + "\"./pbx stop\" and \"./pbx run\" put the new one in force.");
        }
        progress.step("Asterisk " + tree.version());
        if (!running) {
            try {
                asterisk.start();
            } catch (Refusal refusal) {
                // Whoever comes again with other ports must find nothing of this attempt.
                if (freshDatabase) {
                    PostgresProcess.stop(layout);
                }
                throw refusal;
            }
        }
        asterisk.awaitReady();
        progress.done("up, SIP on " + settings.bind() + ":" + settings.sipPort());
    }

    /** The data folder. */
    public Layout layout() {
        return layout;
    }

    /** Addresses and ports. */
    public Settings settings() {
        return settings;
    }

    /** All passwords. */
    public Secrets secrets() {
        return secrets;
    }

    /** Asterisk's process, for its console and its logs. */
    public AsteriskProcess asterisk() {
        return asterisk;
    }

    /** PostgreSQL's process; null with another database. */
    public PostgresProcess postgres() {
        return postgres;
    }

    /** JDBC URL without credentials. */
    public String jdbcUrl() {
        return settings.jdbcUrl();
    }

    /** Password of the schema's owner, {@link Settings#databaseOwner()}. */
    public String ownerPassword() {
        return new DatabasePreparation(settings, secrets).ownerPassword();
    }

    /** Ends both. */
    @Override
    public void close() {
        if (endWithJvm != null) {
            Runtime.getRuntime().removeShutdownHook(endWithJvm);
        }
        stopBoth();
    }

    private void stopBoth() {
        AsteriskProcess.stop(layout);
        PostgresProcess.stop(layout);
    }
}
