package org.switchboard.local.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.switchboard.local.Platform;
import org.switchboard.local.Ports;
import org.switchboard.local.Progress;
import org.switchboard.local.phone.Latencies;
import org.switchboard.local.phone.RawSip;
import org.switchboard.local.phone.Sipp;
import org.switchboard.local.phone.SippPlan;
import org.switchboard.local.phone.SippResult;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * {@code ./pbx bench register}: ten thousand distinct devices register, first with nothing in Asterisk's cache and then
 * again; with them in place, how soon a change in the portal counts, and what a flood of wrong secrets does to others.
 */
@Command(name = "register", mixinStandardHelpOptions = true,
        description = "Registers 10,000 devices cold and warm, and times changes and a flood with them in place.")
public final class RegisterBench implements Callable<Integer> {

    private static final Duration VALID = Duration.ofHours(1);
    private static final int DRAIN_SECONDS = 40;
    private static final int FLOOD_RATE = 200;
    private static final int CALL_RATE = 20;
    private static final Duration CALLS = Duration.ofSeconds(15);
    private static final int GUESSES = 400;
    /** Medians closer than this tell a stranger nothing over a network. */
    private static final double SAME_TIME_MS = 0.5;

    @Option(names = "--devices", defaultValue = "10000", paramLabel = "N",
            description = "How many devices (default: ${DEFAULT-VALUE}).")
    private int devices;

    @Option(names = "--cold-rate", defaultValue = "80", paramLabel = "N",
            description = "Registrations a second with an empty cache (default: ${DEFAULT-VALUE}).")
    private int coldRate;

    @Option(names = "--warm-rate", defaultValue = "500", paramLabel = "N",
            description = "Registrations a second afterwards (default: ${DEFAULT-VALUE}).")
    private int warmRate;

    @Override
    public Integer call() {
        Platform.current();
        var progress = Progress.ofStandardOutput();
        try (var bench = BenchStack.start(progress)) {
            var portal = new PortalClient(bench);
            var company = portal.openCompany("register");
            progress.step("Inserting " + devices + " extensions with a device each");
            var fleet = DeviceFleet.insertInto(bench.stack(), company.tenant(), "register", devices);
            progress.done("done");
            var cold = register(bench, fleet, "cold", coldRate, progress);
            var warm = register(bench, fleet, "warm", warmRate, progress);
            var lines = new ArrayList<String>();
            lines.add(row("cold", coldRate, cold));
            lines.add(row("warm", warmRate, warm));
            progress.step("Changes with " + devices + " extensions in place");
            var changes = new ChangeTimes(bench, portal, company).measure();
            progress.done("done");
            lines.addAll(changes.lines());
            boolean calm = flood(bench, fleet, lines, progress);
            progress.line("");
            lines.forEach(progress::line);
            return cold.failed() + warm.failed() == 0 && changes.good() && calm ? 0 : 1;
        }
    }

    private SippResult register(BenchStack bench, DeviceFleet fleet, String name, int rate, Progress progress) {
        progress.step("Registering " + devices + " devices at " + rate + "/s, " + name);
        var plan = new SippPlan("register", bench.folder(name), Ports.free(1).getFirst(), bench.sipPort(), fleet.indexes()
                .mapToObj(i -> List.of(fleet.username(i), SippPlan.authentication(fleet.username(i), fleet.password(i)),
                        "" + VALID.toSeconds())).toList(), rate, devices, Duration.ofSeconds(devices / rate + DRAIN_SECONDS));
        var result = Sipp.run(plan);
        progress.done(result.failed() + " failed");
        return result;
    }

    private static String row(String name, int rate, SippResult result) {
        return String.format(Locale.ROOT, "%s at %d/s: %d registered, %d failed, %d messages sent again; ms to 401 %s, with the"
                + " digest to 200 %s (p50 / p95 / p99)", name, rate, result.successful(), result.failed(),
                result.retransmissions(), result.times(1).summary(), result.times(2).summary())
                + (result.failed() == 0 ? "" : "\n  " + SetupBench.firstError(result.errors()));
    }

    /** Wrong secrets for names that exist and names that do not: equal answers, equal times, and nobody else is slowed. */
    private boolean flood(BenchStack bench, DeviceFleet fleet, List<String> lines, Progress progress) {
        progress.step("Guessing, one at a time");
        var toKnown = new ArrayList<Double>();
        var toUnknown = new ArrayList<Double>();
        try (var wire = RawSip.open(bench.sipPort())) {
            for (int i = 0; i < GUESSES; i++) {
                toKnown.add(milliseconds(wire.register(fleet.username(i % fleet.size()), "wrong").lastTime()));
                toUnknown.add(milliseconds(wire.register("unk%013d".formatted(i), "wrong").lastTime()));
            }
        }
        lines.add("a wrong secret's 401: known name " + precise(toKnown) + ", unknown name " + precise(toUnknown)
                + " ms (p50 / p95)");
        progress.done("done");
        boolean sameTime = Math.abs(median(toKnown) - median(toUnknown)) < SAME_TIME_MS;
        try (var load = CallLoad.prepare(bench)) {
            progress.step("Calls at " + CALL_RATE + "/s, calm");
            load.run(Way.ENGINE, CALL_RATE, Duration.ofSeconds(5));
            var calm = load.run(Way.ENGINE, CALL_RATE, CALLS);
            progress.done(calm.answered().summary());
            progress.step("Calls at " + CALL_RATE + "/s in a flood of " + FLOOD_RATE + " guesses/s");
            int guesses = (int) (FLOOD_RATE * (CALLS.toSeconds() + 10));
            var plan = new SippPlan("register_refused", bench.folder("flood"), Ports.free(1).getFirst(), bench.sipPort(),
                    IntStream.range(0, 1_000).mapToObj(i -> i % 2 == 0 ? fleet.username(i % fleet.size()) : "unk%013d".formatted(i))
                            .map(name -> List.of(name, SippPlan.authentication(name, "wrong"))).toList(),
                    FLOOD_RATE, guesses, CALLS.plusSeconds(DRAIN_SECONDS));
            try (var flood = Sipp.start(plan)) {
                var flooded = load.run(Way.ENGINE, CALL_RATE, CALLS);
                var refused = flood.await();
                progress.done(flooded.answered().summary());
                lines.add(String.format(Locale.ROOT, "calls at %d/s, ms to 200: calm %s, %d failed; in a flood of %d wrong secrets/s"
                        + " %s, %d failed (%d guesses, all refused: %s)", CALL_RATE, calm.answered().summary(),
                        calm.sipp().failed(), FLOOD_RATE, flooded.answered().summary(), flooded.sipp().failed(), guesses,
                        refused.failed() == 0 ? "yes" : "no, " + refused.failed()));
                return sameTime && calm.sipp().failed() + flooded.sipp().failed() + refused.failed() == 0;
            }
        }
    }

    private static double median(List<Double> times) {
        return Latencies.of(times.stream().mapToDouble(Double::doubleValue)).percentile(50);
    }

    private static String precise(List<Double> times) {
        var sorted = Latencies.of(times.stream().mapToDouble(Double::doubleValue));
        return String.format(Locale.ROOT, "%.2f / %.2f", sorted.percentile(50), sorted.percentile(95));
    }

    private static double milliseconds(Duration time) {
        return time.toNanos() / 1e6;
    }
}
