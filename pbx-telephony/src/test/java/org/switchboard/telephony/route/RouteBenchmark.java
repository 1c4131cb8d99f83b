package org.switchboard.telephony.route;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.switchboard.local.LocalStack;
import org.switchboard.local.Settings;
import org.switchboard.telephony.number.CallerNumber;
import org.switchboard.telephony.plan.PlanRepository;
import org.switchboard.telephony.plan.TenantPlan;

/**
 * How long routing takes in a company of 10,000 extensions, 1,000 menus and 5,000 numbers, and how long its plan takes to be
 * read anew. Run by {@code ./pbx bench route}; what it prints there begins with {@code bench:}.
 */
@State(Scope.Benchmark)
public class RouteBenchmark {

    private static final Surroundings OPEN = Surroundings.quiet(Instant.parse("2026-11-23T01:00:00Z"));
    private static final Origin OUTSIDE = new Origin.Outside(CallerNumber.parse("+821012345678", false, "KR"), "");

    private TenantPlan plan;
    private SplittableRandom random;
    private Origin inside;

    @Setup(Level.Trial)
    public void draw() {
        plan = LargeCompany.plan();
        random = new SplittableRandom(1);
        inside = new Origin.Inside(plan.extension(LargeCompany.extension(7)).orElseThrow(), null);
    }

    /** An extension dials another. */
    @Benchmark
    public Turn extensionToExtension() {
        return new Router(plan, inside).begin(LargeCompany.extension(random.nextInt(LargeCompany.EXTENSIONS)), OPEN);
    }

    /** A caller from outside: number, opening hours, first menu. */
    @Benchmark
    public Turn numberToMenu() {
        return new Router(plan, OUTSIDE).begin(LargeCompany.number(random.nextInt(LargeCompany.NUMBERS)), OPEN);
    }

    /** A whole way with four keys, and an extension dialled in the last menu. */
    @Benchmark
    public Answer wholeWay() {
        var digits = "1234" + LargeCompany.extension(random.nextInt(LargeCompany.EXTENSIONS));
        return Evaluator.answer(plan, new Question(OUTSIDE, LargeCompany.number(random.nextInt(LargeCompany.NUMBERS)), OPEN.now(), digits,
                IfRung.ANSWERED));
    }

    @Test
    void decisions() throws RunnerException {
        var options = new OptionsBuilder().include(RouteBenchmark.class.getName() + "\\..*").mode(Mode.SampleTime).timeUnit(TimeUnit.MICROSECONDS)
                .warmupIterations(3).warmupTime(TimeValue.seconds(1)).measurementIterations(5).measurementTime(TimeValue.seconds(2)).forks(1).build();
        for (var result : new Runner(options).run()) {
            var times = result.getPrimaryResult().getStatistics();
            System.out.printf("bench: %-22s p50 %8.1f  p99 %8.1f  p99.9 %8.1f  most %8.1f microseconds, %d samples%n",
                    result.getPrimaryResult().getLabel(), times.getPercentile(50), times.getPercentile(99), times.getPercentile(99.9),
                    times.getMax(), times.getN());
        }
    }

    @Test
    void reload(@TempDir Path folder) {
        try (var stack = LocalStack.start(folder.resolve("data"), Settings.forTest())) {
            var companies = LargeCompanyRows.insert(stack);
            var plans = PlanRepository.ofMoments(LargeCompanyRows.engine(stack));
            var times = IntStream.range(0, 20).mapToLong(_ -> {
                var begun = System.nanoTime();
                plans.load(companies);
                return Duration.ofNanos(System.nanoTime() - begun).toMillis();
            }).sorted().toArray();
            System.out.printf("bench: plan read anew       best %d  p50 %d  most %d milliseconds, %d times%n", times[0], times[times.length / 2],
                    times[times.length - 1], times.length);
        }
    }
}
