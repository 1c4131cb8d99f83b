package org.switchboard.local;

import java.util.concurrent.Callable;
import org.switchboard.local.portal.PortalProcess;
import org.switchboard.local.process.FileLock;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code ./pbx run}: starts what does not run, takes up what does, and tells how to use it. */
@Command(name = "run", mixinStandardHelpOptions = true,
        description = "Starts PostgreSQL, Asterisk and the portal, and prints how to sign in and how to hook up phones.")
public final class RunCommand implements Callable<Integer> {

    @Mixin
    private SettingsOptions options;

    @Override
    public Integer call() {
        Platform.current();
        var progress = Progress.ofStandardOutput();
        var layout = options.layout(Main.home()).create();
        var settings = options.resolve(layout);
        try (var _ = FileLock.take(layout.run().resolve("lock"),
                () -> progress.line("Waiting for another ./pbx on this data folder ..."))) {
            var stack = new LocalStack(layout, settings, progress);
            var portal = new PortalProcess(Main.home(), layout, settings, stack.secrets());
            boolean allUp = portal.running().isPresent() && !portal.outdated() && portal.answers();
            stack.startDatabase();
            stack.startAsterisk();
            settings.save(layout);
            if (settings.externalDatabase()) {
                stack.secrets().rememberExternalDatabaseOwner(settings.databaseOwnerPassword());
            }
            startPortal(portal, layout, progress);
            progress.done("up on " + settings.portalUrl());
            progress.line("");
            progress.line(allUp ? "Switchboard was up already." : "Switchboard is up.");
            new Summary(layout, settings).print(progress);
            return 0;
        }
    }

    private static void startPortal(PortalProcess portal, Layout layout, Progress progress) {
        if (portal.running().isPresent() && portal.outdated()) {
            progress.step("Portal: stopping the former build");
            PortalProcess.stop(layout);
            progress.done("done");
        }
        progress.step("Portal");
        if (portal.running().isEmpty()) {
            portal.start();
        }
        portal.awaitReady(progress);
    }
}
