package org.switchboard.local.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.switchboard.local.Platform;
import org.switchboard.local.Progress;
import org.switchboard.local.bench.CallLoad.Outcome;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * {@code ./pbx bench setup}: how long a call takes to set up, natively and through our engine, by turns in one run, on
 * the same Asterisk with the same phones.
 */
@Command(name = "setup", mixinStandardHelpOptions = true,
        description = "Sets up calls natively and through the engine, by turns, and compares.")
public final class SetupBench implements Callable<Integer> {

    /** A portal that has run for a day is compiled through; measuring one that has not would measure the compiler. */
    private static final Duration WARM_UP = Duration.ofSeconds(20);
    private static final Duration SOAK = Duration.ofMinutes(5);
    private static final int WARM_UP_RATE = 100;
    private static final int SOAK_RATE = 100;
    private static final int FIRST_TRIED = 100;
    private static final int LAST_TRIED = 800;
    /** Each step of the search is a fourth more than the one before. */
    private static final double STEP = 1.25;
    private static final int FINENESS = 10;
    private static final int LONGEST_ERROR = 300;

    @Option(names = "--rates", split = ",", defaultValue = "20,50,100,150", paramLabel = "N",
            description = "Calls a second, several with commas (default: ${DEFAULT-VALUE}).")
    private List<Integer> rates;

    @Option(names = "--seconds", defaultValue = "10", paramLabel = "N",
            description = "How long one run takes (default: ${DEFAULT-VALUE}).")
    private int seconds;

    @Option(names = "--rounds", defaultValue = "2", paramLabel = "N",
            description = "How often each is repeated, the two ways by turns (default: ${DEFAULT-VALUE}).")
    private int rounds;

    @Option(names = "--no-search", description = "Do not look for the highest rate without a failure.")
    private boolean noSearch;

    @Option(names = "--soak", description = "Then 100 calls/s through the engine for 5 minutes.")
    private boolean soak;

    @Override
    public Integer call() {
        Platform.current();
        var progress = Progress.ofStandardOutput();
        try (var bench = BenchStack.start(progress); var load = CallLoad.prepare(bench)) {
            progress.step("Warming up");
            for (Way way : Way.values()) {
                load.run(way, WARM_UP_RATE, WARM_UP);
            }
            progress.done("done");
            boolean good = compare(load, progress);
            if (!noSearch) {
                search(load, progress);
            }
            if (soak) {
                good &= soak(load, progress);
            }
            progress.step("Looking for what is left over");
            var left = Leftovers.count(bench);
            progress.done(left.line());
            return good && left.isClean() ? 0 : 1;
        }
    }

    private boolean compare(CallLoad load, Progress progress) {
        var lines = new ArrayList<String>();
        boolean good = true;
        for (int rate : rates) {
            var outcomes = new EnumMap<Way, Outcome>(Way.class);
            for (int round = 0; round < rounds; round++) {
                for (Way way : Way.values()) {
                    progress.step(rate + " calls/s, " + way.title());
                    outcomes.merge(way, load.run(way, rate, Duration.ofSeconds(seconds)), Outcome::and);
                    progress.done(outcomes.get(way).answered().summary() + " ms to 200");
                }
            }
            for (Outcome outcome : outcomes.values()) {
                lines.add(row(outcome));
                good &= outcome.sipp().failed() == 0;
            }
            lines.add(ratio(rate, outcomes));
        }
        progress.line("");
        progress.line("INVITE to 180 and to 200 in ms, p50 / p95 / p99; processor time for one call in ms");
        progress.line("calls/s  way            calls  failed  to 180                to 200                Asterisk  portal");
        lines.forEach(progress::line);
        progress.line("");
        return good;
    }

    private static String row(Outcome outcome) {
        return String.format(Locale.ROOT, "%7d  %-13s %6d  %6d  %-20s  %-20s  %8.1f  %6.1f", outcome.rate(),
                outcome.way().title(), outcome.sipp().successful() + outcome.sipp().failed(), outcome.sipp().failed(),
                outcome.ringing().summary(), outcome.answered().summary(), outcome.asteriskCpu(), outcome.portalCpu())
                + (outcome.sipp().failed() == 0 ? "" : "\n         " + firstError(outcome.sipp().errors()));
    }

    /** What SIPp wrote first, on one line of bearable length. */
    static String firstError(String errors) {
        String line = errors.strip().replaceAll("\\s+", " ");
        return line.substring(0, Math.min(line.length(), LONGEST_ERROR));
    }

    private static String ratio(int rate, Map<Way, Outcome> outcomes) {
        double plain = outcomes.get(Way.NATIVE).answered().percentile(95);
        double ours = outcomes.get(Way.ENGINE).answered().percentile(95);
        return String.format(Locale.ROOT, "%7d  engine/native: p95 to 200 is %.2f times, %+.1f ms", rate, ours / plain,
                ours - plain);
    }

    /** Both ways take the same steps by turns; then the gap between the last good and the first bad is halved. */
    private void search(CallLoad load, Progress progress) {
        var highest = new EnumMap<Way, Integer>(Way.class);
        var lowestBad = new EnumMap<Way, Integer>(Way.class);
        for (int rate = FIRST_TRIED; rate <= LAST_TRIED && lowestBad.size() < Way.values().length;
                rate = (int) Math.round(rate * STEP)) {
            for (Way way : Way.values()) {
                if (!lowestBad.containsKey(way)) {
                    note(highest, lowestBad, way, rate, withoutFailure(load, way, rate, progress));
                }
            }
        }
        for (Way way : Way.values()) {
            int good = highest.getOrDefault(way, 0);
            int bad = lowestBad.getOrDefault(way, good);
            while (bad - good > FINENESS) {
                int middle = (good + bad) / 2;
                note(highest, lowestBad, way, middle, withoutFailure(load, way, middle, progress));
                good = highest.getOrDefault(way, 0);
                bad = lowestBad.get(way);
            }
        }
        int plain = highest.getOrDefault(Way.NATIVE, 0);
        int ours = highest.getOrDefault(Way.ENGINE, 0);
        progress.line(String.format(Locale.ROOT, "Highest rate without a failure: native %d/s, engine %d/s (%.0f %%)", plain,
                ours, 100.0 * ours / Math.max(1, plain)));
    }

    private static void note(Map<Way, Integer> highest, Map<Way, Integer> lowestBad, Way way, int rate, boolean good) {
        if (good) {
            highest.merge(way, rate, Math::max);
        } else {
            lowestBad.merge(way, rate, Math::min);
        }
    }

    private boolean withoutFailure(CallLoad load, Way way, int rate, Progress progress) {
        progress.step("Search: " + rate + " calls/s, " + way.title());
        var outcome = load.run(way, rate, Duration.ofSeconds(seconds));
        progress.done(outcome.sipp().failed() + " failed, p95 " + outcome.answered().percentile(95) + " ms");
        return outcome.sipp().failed() == 0;
    }

    private boolean soak(CallLoad load, Progress progress) {
        progress.step("Soak: " + SOAK_RATE + " calls/s through the engine for " + SOAK.toMinutes() + " minutes");
        var outcome = load.run(Way.ENGINE, SOAK_RATE, SOAK);
        progress.done(outcome.sipp().successful() + " calls, " + outcome.sipp().failed() + " failed, "
                + outcome.answered().summary() + " ms to 200");
        return outcome.sipp().failed() == 0;
    }
}
