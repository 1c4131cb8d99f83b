package org.switchboard.local.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.switchboard.local.Platform;
import org.switchboard.local.Ports;
import org.switchboard.local.Progress;
import org.switchboard.local.phone.Latencies;
import org.switchboard.local.phone.Sipp;
import org.switchboard.local.phone.SippPlan;
import org.switchboard.local.process.Await;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * {@code ./pbx bench queue}: how long an agent who is free while callers wait remains so, from his phone's BYE to its next INVITE on the wire; with our
 * engine, and with Asterisk's {@code app_queue} by turns on the same Asterisk, with the same phones and callers.
 */
@Command(name = "queue", mixinStandardHelpOptions = true,
        description = "Measures how soon a free agent's phone rings while callers wait, against Asterisk's app_queue.")
public final class QueueBench implements Callable<Integer> {

    private static final double TARGET_MS = 50;
    private static final Duration REGISTRATION = Duration.ofHours(6);
    private static final Duration FILL = Duration.ofSeconds(120);
    private static final Duration DRAIN = Duration.ofSeconds(20);
    private static final String PROVIDER = "127.0.9.1";
    private static final String NATIVE = "appqueue";

    @Option(names = "--agents", defaultValue = "200", paramLabel = "N", description = "Agents (default: ${DEFAULT-VALUE}).")
    private int agents;

    @Option(names = "--waiting", defaultValue = "100", paramLabel = "N", description = "Callers who wait (default: ${DEFAULT-VALUE}).")
    private int waiting;

    @Option(names = "--seconds", defaultValue = "30", paramLabel = "N", description = "How long one run takes (default: ${DEFAULT-VALUE}).")
    private int seconds;

    @Option(names = "--rounds", defaultValue = "2", paramLabel = "N", description = "How often each is repeated, by turns (default: ${DEFAULT-VALUE}).")
    private int rounds;

    @Override
    public Integer call() {
        Platform.current();
        var progress = Progress.ofStandardOutput();
        try (var bench = BenchStack.start(progress); var callers = new QueueCallers(PROVIDER, bench.sipPort())) {
            int port = Ports.free(1).getFirst();
            var fleet = prepare(bench, callers, port, progress);
            try (var phones = new AgentPhones(port, bench.sipPort())) {
                var ours = new Latencies(new double[0]);
                var theirs = new Latencies(new double[0]);
                boolean good = true;
                run(bench, callers, phones, QueueFleet.NUMBER, "warming up", progress);
                for (int round = 0; round < rounds; round++) {
                    theirs = theirs.and(run(bench, callers, phones, NATIVE, "app_queue", progress));
                    ours = ours.and(run(bench, callers, phones, QueueFleet.NUMBER, "our engine", progress));
                    good &= callers.failed() == 0 && phones.twice() == 0;
                }
                progress.line("");
                progress.line(agents + " agents, " + waiting + " waiting: from an agent's BYE to the next INVITE, ms, p50 / p95 / p99");
                progress.line(row("our engine", ours));
                progress.line(row("app_queue", theirs));
                progress.step("Looking for what is left over");
                var left = Leftovers.count(bench);
                progress.done(left.line());
                return good && left.isClean() && ours.percentile(95) < TARGET_MS && ours.percentile(95) <= theirs.percentile(95) ? 0 : 1;
            }
        }
    }

    private static String row(String name, Latencies times) {
        return String.format(Locale.ROOT, "%-11s %6d times  %s", name, times.count(), times.summary());
    }

    private DeviceFleet prepare(BenchStack bench, QueueCallers callers, int port, Progress progress) {
        progress.step(agents + " agents sign in");
        var portal = new PortalClient(bench);
        var company = portal.openCompany("quebench");
        var fleet = DeviceFleet.insertInto(bench.stack(), company.tenant(), "que", agents);
        QueueFleet.insert(bench.stack(), fleet, callers.address(), callers.port());
        var registered = Sipp.run(new SippPlan("register", bench.folder("register-agents"), port, bench.sipPort(), fleet.indexes()
                .mapToObj(i -> List.of(fleet.username(i), SippPlan.authentication(fleet.username(i), fleet.password(i)), "" + REGISTRATION.toSeconds()))
                .toList(), 50, agents, Duration.ofSeconds(60)));
        if (registered.failed() > 0) {
            throw new IllegalStateException("agents' phones could not register: " + registered);
        }
        loadAppQueue(bench, fleet);
        fleet.indexes().forEach(i -> portal.send("POST", "/agents/" + QueueFleet.agent(i) + "/sign-in", company.token(), Map.of()));
        progress.done("done");
        return fleet;
    }

    /**
     * Only here: our own configuration has no app_queue. The state of a phone that comes from a database is "unavailable" to it while nothing happens, so it is told
     * of each phone by a state of its own: in use from the answer to the end.
     */
    private static void loadAppQueue(BenchStack bench, DeviceFleet fleet) {
        var asterisk = bench.stack().asterisk();
        var members = fleet.indexes().mapToObj(i -> "member => PJSIP/" + fleet.username(i) + ",0,Agent " + i + ",Custom:" + fleet.username(i))
                .collect(Collectors.joining("\n"));
        try {
            Files.writeString(asterisk.etc().resolve("queues.conf"), """
                    [general]
                    persistentmembers = no
                    autofill = yes
                    [bench]
                    strategy = leastrecent
                    ringinuse = no
                    timeout = 20
                    retry = 1
                    wrapuptime = 0
                    """ + members + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        for (var command : List.of("module load app_queue.so", "dialplan add extension " + NATIVE + ",1,Answer() into from-trunk",
                "dialplan add extension " + NATIVE + ",2,Queue(bench,,,,,,bench-on) into from-trunk",
                "dialplan add extension s,1,Set(DEVICE_STATE(Custom:${CHANNEL(endpoint)})=INUSE) into bench-on",
                "dialplan add extension s,2,Set(CHANNEL(hangup_handler_push)=bench-off,s,1) into bench-on", "dialplan add extension s,3,Return() into bench-on",
                "dialplan add extension s,1,Set(DEVICE_STATE(Custom:${CHANNEL(endpoint)})=NOT_INUSE) into bench-off",
                "dialplan add extension s,2,Return() into bench-off")) {
            var done = asterisk.cli(command);
            if (!done.ok()) {
                throw new IllegalStateException(command + ": " + done.tail());
            }
        }
    }

    private Latencies run(BenchStack bench, QueueCallers callers, AgentPhones phones, String number, String name, Progress progress) {
        progress.step(name + ", " + seconds + " s");
        callers.call(number, agents + waiting);
        if (!Await.until(FILL, () -> phones.talking() >= agents * 9 / 10 && callers.answered() >= (agents + waiting) * 9 / 10)) {
            throw new IllegalStateException("only " + phones.talking() + " agents talk and " + callers.answered() + " callers are there, " + callers.failed()
                    + " failed: " + bench.stack().layout().asterisk());
        }
        phones.measure(true);
        if (!sleep(Duration.ofSeconds(seconds))) {
            return new Latencies(new double[0]);
        }
        phones.measure(false);
        var times = phones.times();
        progress.done(times.summary() + " ms, " + times.count() + " times, " + callers.failed() + " failed, " + phones.twice() + " called while on the phone");
        callers.stop();
        Await.until(DRAIN, () -> phones.talking() == 0 && callers.open() == 0);
        return times;
    }

    private static boolean sleep(Duration time) {
        try {
            TimeUnit.NANOSECONDS.sleep(time.toNanos());
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
