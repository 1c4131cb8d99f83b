package org.switchboard.local.phone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.switchboard.local.Ports;
import org.switchboard.local.Refusal;
import org.switchboard.local.process.Await;
import org.switchboard.local.process.Shell;

/** The load generator SIPp, as a process. Everything it sends stays on this machine. */
public final class Sipp implements AutoCloseable {

    private static final Duration START_LIMIT = Duration.ofSeconds(10);
    private static final Duration GRACE = Duration.ofSeconds(20);

    private final SippPlan plan;
    private final Child child;
    private final Process process;

    private Sipp(SippPlan plan, Child child) {
        this.plan = plan;
        this.child = child;
        this.process = child.process();
    }

    /** Runs a plan to its end. */
    public static SippResult run(SippPlan plan) {
        try (var sipp = start(plan)) {
            return sipp.await();
        }
    }

    /** Starts a plan, for one that goes on beside others. */
    public static Sipp start(SippPlan plan) {
        if (Shell.find("sipp").isEmpty()) {
            throw new Refusal("The load generator SIPp is missing: install it with 'apt-get install sip-tester'.");
        }
        try {
            Files.createDirectories(plan.folder());
            try (var scenario = Sipp.class.getResourceAsStream(plan.scenario() + ".xml")) {
                Files.copy(scenario, plan.folder().resolve(plan.scenario() + ".xml"));
            }
            Files.writeString(plan.folder().resolve("fields.csv"), plan.fieldsFile());
            var child = Child.start(new ProcessBuilder(plan.command()).directory(plan.folder().toFile())
                    .redirectErrorStream(true).redirectInput(Path.of("/dev/null").toFile())
                    .redirectOutput(plan.folder().resolve("output.log").toFile()));
            return new Sipp(plan, child);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts a plan that waits to be called, and returns when it listens. */
    public static Sipp listen(SippPlan plan) {
        var sipp = start(plan);
        if (!Await.until(START_LIMIT, () -> !Ports.isFree(plan.address(), plan.localPort()) || !sipp.process.isAlive())
                || !sipp.process.isAlive()) {
            sipp.close();
            throw new IllegalStateException("SIPp does not listen: see " + plan.folder());
        }
        return sipp;
    }

    /** Waits until it has done its calls, or its time is over. */
    public SippResult await() {
        try {
            if (!process.waitFor(plan.limit().plus(GRACE).toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly().waitFor();
            }
            return SippResult.read(plan.folder(), plan.calls());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while SIPp ran", e);
        }
    }

    /** What the scenario has logged so far, in order. */
    public List<SippLine> lines() {
        return SippLine.read(plan.folder());
    }

    /** Ends it at once, as a power cut does: whom it talks with is told nothing. */
    public void kill() {
        child.kill();
    }

    /** Whether it still runs. */
    public boolean isRunning() {
        return process.isAlive();
    }

    /** Ends it. */
    @Override
    public void close() {
        child.close();
    }
}
