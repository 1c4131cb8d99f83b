package org.switchboard.local.bench;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.switchboard.local.Main;
import org.switchboard.local.Maven;
import org.switchboard.local.Platform;
import picocli.CommandLine.Command;

/**
 * {@code ./pbx bench distribution}: how long it takes to decide who is offered to whom, in a call centre of 5,000 agents in 500 queues with 2,000
 * who wait, and how long a simulated day of 10,000 calls and 200 agents takes. The measuring itself stands beside what it measures, in the tests of
 * {@code pbx-telephony}.
 */
@Command(name = "distribution", mixinStandardHelpOptions = true,
        description = "Measures the distribution of waiting callers in a call centre of 5,000 agents, and the simulation of a day.")
public final class DistributionBench implements Callable<Integer> {

    private static final String MARK = "bench: ";

    @Override
    public Integer call() {
        Platform.current();
        Path log = Main.home().resolve("target/bench-distribution.log");
        System.out.println("Measuring for about half a minute; the full output is in " + log);
        int exitCode = Maven.run(List.of("test", "-pl", "pbx-telephony", "-am", "-Dtest=SimulatorBenchmark,DistributionBenchmark",
                // One after the other, so that neither is slowed down by the other.
                "-Dtest.processes=1", "-Dsurefire.failIfNoSpecifiedTests=false"), log, line -> {
                    if (line.startsWith(MARK)) {
                        System.out.println(line.substring(MARK.length()));
                    }
                });
        if (exitCode != 0) {
            System.err.println("pbx: The measuring failed: see " + log + ".");
        }
        return exitCode == 0 ? 0 : 1;
    }
}
