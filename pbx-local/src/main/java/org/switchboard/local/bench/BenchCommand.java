package org.switchboard.local.bench;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code ./pbx bench}: the place of the benchmarks; each is a subcommand of this package. */
@Command(name = "bench", mixinStandardHelpOptions = true, subcommands = {SetupBench.class, RegisterBench.class, RouteBench.class, DistributionBench.class, QueueBench.class},
        description = "Measures the system on this machine; each benchmark is a command of its own.")
public final class BenchCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Say which: "
                + String.join(", ", spec.subcommands().keySet()) + ".");
    }
}
