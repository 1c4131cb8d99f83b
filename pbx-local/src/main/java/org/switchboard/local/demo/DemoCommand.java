package org.switchboard.local.demo;

import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import org.switchboard.local.Layout;
import org.switchboard.local.Main;
import org.switchboard.local.Ports;
import org.switchboard.local.Progress;
import org.switchboard.local.Refusal;
import org.switchboard.local.Settings;
import org.switchboard.local.SettingsOptions;
import org.switchboard.local.phone.Customer;
import org.switchboard.local.phone.Sipp;
import org.switchboard.local.phone.SippLine;
import org.switchboard.local.process.Await;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code ./pbx demo}: plays callers and agents at the demo company of the portal that runs here. */
@Command(name = "demo", mixinStandardHelpOptions = true, exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0:played, and the report tells what the phones saw", "1:could not be played, or the report tells otherwise"},
        description = "Plays a half hour of callers and agents at the demo company, with SIPp on this machine only. Watch /wallboard and /reports.")
public final class DemoCommand implements Callable<Integer> {

    private static final int STOPPED = 1;
    private static final int MOST_MINUTES = 60;
    /** For those who came last to be done: the longest ring, patience and talk. */
    private static final Duration AFTERWARDS = Duration.ofMinutes(7);
    private static final Duration SOON = Duration.ofSeconds(30);

    @Mixin
    private SettingsOptions options;

    @Option(names = "--minutes", defaultValue = "30", paramLabel = "N", description = "For how long customers call, 1 to 60 (default: ${DEFAULT-VALUE}).")
    private int minutes;

    @Option(names = "--seed", defaultValue = "1", paramLabel = "N", description = "Chooses another half hour (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        if (minutes < 1 || minutes > MOST_MINUTES) {
            throw new ParameterException(spec.commandLine(), "--minutes takes 1 to " + MOST_MINUTES + ", not " + minutes + ".");
        }
        Layout layout = options.layout(Main.home());
        Settings settings = options.resolve(layout);
        if (!Files.isReadable(layout.demoFile())) {
            throw new Refusal("There is no demo company here yet: start it with './pbx run'.");
        }
        JsonNode demo = JsonMapper.builder().build().readTree(layout.demoFile().toFile());
        return play(new DemoApi(settings.portalUrl(), demo.path("apiToken").asString()), layout, settings);
    }

    private int play(DemoApi api, Layout layout, Settings settings) {
        var progress = Progress.ofStandardOutput();
        var clock = Clock.systemDefaultZone();
        Duration limit = Duration.ofMinutes(minutes).plus(AFTERWARDS);
        var folder = layout.run().resolve("demo-" + ProcessHandle.current().pid());
        var centre = new DemoCentre(api, folder, settings.sipPort(), limit, new OpenCalls(layout, settings)::hangUp);
        JsonNode queue = centre.queue();
        var plan = DemoPlan.of(minutes, new SplittableRandom(seed), DemoCentre.NUMBER, queue.path("callback").path("key").asString("5"),
                queue.path("keys").propertyNames().stream().findFirst().orElse("9"));
        // Ctrl-C ends the JVM; what was begun is ended all the same.
        var ending = Thread.ofPlatform().unstarted(centre::close);
        Runtime.getRuntime().addShutdownHook(ending);
        try (centre) {
            LocalDate day = LocalDate.now(zone(api));
            DemoCount before = reported(api, queue, day);
            progress.step("Opening a line and signing six agents in");
            centre.openLine(clock);
            plan.staff().forEach(member -> centre.hire(member, queue.path("name").asString()));
            centre.awaitLine();
            progress.done("done");
            progress.line(plan.customers().size() + " callers in " + minutes + " minutes, the most of them in the second quarter. Watch "
                    + settings.portalUrl() + "/wallboard; Ctrl-C ends it.");
            try (Sipp customers = Customer.start(plan.customers(), folder.resolve("customers"), DemoCentre.ADDRESS, Ports.free(1).getFirst(),
                    settings.sipPort(), limit)) {
                new DemoRun(api, centre, progress, clock).play(plan, minutes, customers, limit);
                return centre.isClosed() ? STOPPED : table(api, queue, day, before, plan.leaveMessages(), customers, centre, progress);
            }
        }
    }

    private static int table(DemoApi api, JsonNode queue, LocalDate day, DemoCount before, Set<String> leave, Sipp customers,
                             DemoCentre centre, Progress progress) {
        Await.until(SOON, () -> api.get("/queues/" + DemoCentre.QUEUE + "/live").path("waiting").isEmpty());
        List<SippLine> agents = new ArrayList<>();
        centre.phones().values().forEach(phone -> agents.addAll(phone.lines()));
        var seen = DemoCount.seen(customers.lines(), agents, leave, Duration.ofSeconds(queue.path("serviceLevel").path("seconds").asLong()));
        Await.until(SOON, () -> seen.agrees(reported(api, queue, day).since(before)));
        var told = reported(api, queue, day).since(before);
        progress.line("");
        progress.line(DemoCount.head());
        progress.line(seen.row("SIPp saw"));
        progress.line(told.row("the report"));
        progress.line(seen.agrees(told) ? "They agree." : "They do not agree: did somebody else call, or take calls?");
        return seen.agrees(told) ? 0 : 1;
    }

    /** Of the day on which it began and what came after it, in which nothing else counts. */
    private static DemoCount reported(DemoApi api, JsonNode queue, LocalDate day) {
        return DemoCount.reported(api.get("/reports/queues?from=" + day + "&to=" + day.plusDays(1) + "&queue=" + queue.path("id").asString()).path("total"));
    }

    private static ZoneId zone(DemoApi api) {
        return ZoneId.of(api.get("/tenant").path("timeZone").asString("UTC"));
    }
}
