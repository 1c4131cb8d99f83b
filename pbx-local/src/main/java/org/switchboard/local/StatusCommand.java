package org.switchboard.local;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.switchboard.local.asterisk.AsteriskPackages;
import org.switchboard.local.asterisk.AsteriskProcess;
import org.switchboard.local.portal.PortalProcess;
import org.switchboard.local.postgres.DatabasePreparation;
import org.switchboard.local.postgres.PostgresProcess;
import org.switchboard.local.process.ProcessIdentity;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code ./pbx status}: one line per part; exit code 0 only when all are up. */
@Command(name = "status", mixinStandardHelpOptions = true,
        description = "Tells of each part whether it is up; exit code 0 only when all are.")
public final class StatusCommand implements Callable<Integer> {

    @Mixin
    private SettingsOptions options;

    /** How a part is. */
    private enum State {
        UP("up"), SILENT("runs, but does not answer"), DOWN("down");

        private final String word;

        State(String word) {
            this.word = word;
        }
    }

    @Override
    public Integer call() {
        var layout = options.layout(Main.home());
        var settings = options.resolve(layout);
        if (!layout.secretsFile().toFile().exists()) {
            System.out.println("Nothing has been started in " + layout.data() + " yet: start it with ./pbx run.");
            return 1;
        }
        var secrets = Secrets.in(layout.secretsFile());
        var database = PostgresProcess.daemon(layout).running();
        var asterisk = AsteriskProcess.daemon(layout).running();
        var portal = PortalProcess.daemon(layout).running();
        boolean databaseUp = show("PostgreSQL", database, databaseState(settings, secrets, database), settings.jdbcUrl());
        boolean asteriskUp = show("Asterisk", asterisk, asteriskState(layout, settings, secrets, asterisk),
                "SIP " + settings.bind() + ":" + settings.sipPort() + ", TLS " + settings.sipTlsPort() + ", ARI "
                        + settings.ariUrl());
        boolean portalUp = show("Portal", portal, state(portal,
                new PortalProcess(Main.home(), layout, settings, secrets).answers()), settings.portalUrl());
        return databaseUp && asteriskUp && portalUp ? 0 : 1;
    }

    private static boolean show(String part, Optional<ProcessIdentity> process, State state, String address) {
        System.out.printf("%-11s %-25s %-12s %s%n", part, state.word,
                process.map(found -> "pid " + found.pid()).orElse("-"), address);
        return state == State.UP;
    }

    private static State state(Optional<ProcessIdentity> process, boolean answers) {
        if (process.isEmpty()) {
            return State.DOWN;
        }
        return answers ? State.UP : State.SILENT;
    }

    private static State asteriskState(Layout layout, Settings settings, Secrets secrets,
            Optional<ProcessIdentity> process) {
        return process.isEmpty() ? State.DOWN
                : new AsteriskPackages(Cache.ofUser(), Platform.current(), Progress.silent()).cached()
                        .map(tree -> state(process, new AsteriskProcess(tree, layout, settings, secrets).answers()))
                        .orElse(State.SILENT);
    }

    private static State databaseState(Settings settings, Secrets secrets, Optional<ProcessIdentity> process) {
        if (!settings.externalDatabase() && process.isEmpty()) {
            return State.DOWN;
        }
        String password = new DatabasePreparation(settings, secrets).ownerPassword();
        try (var connection = DriverManager.getConnection(settings.jdbcUrl(), settings.databaseOwner(), password)) {
            return connection.isValid(2) ? State.UP : State.SILENT;
        } catch (SQLException e) {
            return settings.externalDatabase() ? State.DOWN : State.SILENT;
        }
    }
}
