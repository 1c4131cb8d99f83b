package org.switchboard.local;

import java.util.concurrent.Callable;
import org.switchboard.local.asterisk.AsteriskProcess;
import org.switchboard.local.portal.PortalProcess;
import org.switchboard.local.postgres.PostgresProcess;
import org.switchboard.local.process.FileLock;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ./pbx stop}: ends the portal, then Asterisk with its calls, then the database. */
@Command(name = "stop", mixinStandardHelpOptions = true,
        description = "Stops the portal, Asterisk (calls are hung up) and PostgreSQL.")
public final class StopCommand implements Callable<Integer> {

    @Mixin
    private SettingsOptions options;

    @Option(names = "--portal-only", description = "Stop only the portal; calls go on.")
    private boolean portalOnly;

    @Override
    public Integer call() {
        var progress = Progress.ofStandardOutput();
        var layout = options.layout(Main.home()).create();
        try (var _ = FileLock.take(layout.run().resolve("lock"),
                () -> progress.line("Waiting for another ./pbx on this data folder ..."))) {
            progress.step("Portal: stopping");
            progress.done(PortalProcess.stop(layout) ? "stopped" : "was not running");
            if (!portalOnly) {
                progress.step("Asterisk: stopping");
                progress.done(AsteriskProcess.stop(layout) ? "stopped" : "was not running");
                progress.step("PostgreSQL: stopping");
                progress.done(PostgresProcess.stop(layout) ? "stopped" : "was not running");
            }
            return 0;
        }
    }
}
