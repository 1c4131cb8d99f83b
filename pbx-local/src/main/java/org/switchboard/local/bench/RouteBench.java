package org.switchboard.local.bench;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.switchboard.local.Main;
import org.switchboard.local.Maven;
import org.switchboard.local.Platform;
import picocli.CommandLine.Command;

/**
 * {@code ./pbx bench route}: how long routing decisions take (JMH), and how long a plan takes to be read anew, in a company of
 * 10,000 extensions, 1,000 menus and 5,000 numbers. The measuring itself stands beside what it measures, in the tests of
 * {@code pbx-telephony}.
 */
@Command(name = "route", mixinStandardHelpOptions = true,
        description = "Measures routing decisions and the reading of a plan, in a company of 10,000 extensions.")
public final class RouteBench implements Callable<Integer> {

    private static final String MARK = "bench: ";

    @Override
    public Integer call() {
        Platform.current();
        Path log = Main.home().resolve("target/bench-route.log");
        System.out.println("Measuring for about a minute; the full output is in " + log);
        int exitCode = Maven.run(List.of("test", "-pl", "pbx-telephony", "-am", "-Dtest=RouteBenchmark",
                "-Dsurefire.failIfNoSpecifiedTests=false"), log, line -> {
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
