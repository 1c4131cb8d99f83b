package org.switchboard.local.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.switchboard.local.Cache;
import org.switchboard.local.Layout;
import org.switchboard.local.LocalStack;
import org.switchboard.local.Main;
import org.switchboard.local.Ports;
import org.switchboard.local.Progress;
import org.switchboard.local.Settings;
import org.switchboard.local.portal.PortalProcess;
import org.switchboard.local.process.ProcessIdentity;

/**
 * PostgreSQL, Asterisk and the portal for one measurement: a data folder of its own that goes when it is closed, free
 * ports, and the database waits for the disk as it does for real.
 */
final class BenchStack implements AutoCloseable {

    /**
     * Two sockets for each of two legs of as many calls as the fastest load keeps at once, and room to spare; beside the
     * ports that {@link Ports} gives out and those of {@code ./pbx run}. Asterisk passes over a port that is taken.
     */
    private static final int FIRST_RTP = 12_000;
    private static final int LAST_RTP = 19_999;

    private final Path folder;
    private final LocalStack stack;
    private final PortalProcess portal;

    private BenchStack(Path folder, LocalStack stack, PortalProcess portal) {
        this.folder = folder;
        this.stack = stack;
        this.portal = portal;
    }

    /**
     * Starts all three.
     *
     * @param progress told of each step
     */
    static BenchStack start(Progress progress) {
        try {
            Path folder = Files.createTempDirectory("pbx-bench-");
            progress.step("A stack of its own in " + folder);
            var stack = LocalStack.start(folder.resolve("data"), settings());
            var portal = new PortalProcess(Main.home(), stack.layout(), stack.settings(), stack.secrets());
            var bench = new BenchStack(folder, stack, portal);
            // Ctrl-C must not leave a portal behind; the stack itself does the same for its own parts.
            Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(
                    () -> PortalProcess.stop(stack.layout())));
            bench.startPortal(progress);
            return bench;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void startPortal(Progress progress) {
        portal.start();
        portal.awaitReady(progress);
        progress.done("up");
    }

    private static Settings settings() {
        List<Integer> ports = Ports.free(7);
        return new Settings("127.0.0.1", ports.get(0), ports.get(1), ports.get(2), ports.get(3), ports.get(4),
                ports.get(5), ports.get(6), FIRST_RTP, LAST_RTP, "", Settings.DATABASE, "", true);
    }

    /** PostgreSQL and Asterisk. */
    LocalStack stack() {
        return stack;
    }

    /** Port of SIP over UDP. */
    int sipPort() {
        return stack.settings().sipPort();
    }

    /** Asterisk's process id. */
    long asteriskPid() {
        return stack.asterisk().running().map(ProcessIdentity::pid).orElseThrow();
    }

    /** The portal's process id. */
    long portalPid() {
        return portal.running().map(ProcessIdentity::pid).orElseThrow();
    }

    /** A folder for one part of the measurement. */
    Path folder(String name) {
        return folder.resolve(name);
    }

    @Override
    public void close() {
        PortalProcess.stop(stack.layout());
        stack.close();
        try {
            Cache.deleteTree(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
