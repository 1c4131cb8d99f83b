package org.switchboard.local;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code ./pbx test}: runs every module's tests and ends with the plain line {@code N passed, N failed}.
 */
@Command(name = "test", mixinStandardHelpOptions = true,
        description = "Runs all tests with a real Asterisk, database, phones and browser; installs what they need.")
public final class TestCommand implements Callable<Integer> {

    /** What is worth showing of Maven's output while it runs. */
    private static final Pattern SHOWN = Pattern.compile("\\[INFO] (Building |Running |Tests run:|BUILD ).*"
            + "|\\[(ERROR|WARNING)] .*");

    @Option(names = "--module", paramLabel = "NAME", description = "Only this module, with those it needs; repeatable.")
    private List<String> modules = List.of();

    @Parameters(paramLabel = "OPTION", description = "After --: handed to Maven as it is, such as -Dtest=LocalStackTest.")
    private List<String> mavenOptions = List.of();

    @Override
    public Integer call() {
        Platform.current();
        var progress = Progress.ofStandardOutput();
        try {
            new TestTools(progress).ensure();
            TestReports.discard(Main.home());
            int exitCode = runMaven(progress);
            var total = TestReports.sum(Main.home());
            boolean good = exitCode == 0 && total.failed() == 0;
            // A build that broke before or between tests is a failure too, though no report counts it.
            var shown = good || total.failed() > 0 ? total : total.broken();
            shown.secondTryLines().forEach(progress::line);
            progress.line(shown.toLine());
            return good ? 0 : 1;
        } catch (Refusal refusal) {
            System.err.println("pbx: " + refusal.getMessage());
            progress.line(TestReports.Total.NONE.broken().toLine());
            return 1;
        }
    }

    private int runMaven(Progress progress) {
        var command = new ArrayList<>(List.of(
                // A failed test must not keep the next module's tests from being run; the reports tell of it.
                "-Dmaven.test.failure.ignore=true", "verify"));
        if (!modules.isEmpty()) {
            command.addAll(List.of("-pl", String.join(",", modules), "-am", "-Dsurefire.failIfNoSpecifiedTests=false"));
        }
        command.addAll(mavenOptions);
        Path log = Main.home().resolve("target/test.log");
        progress.line("Running all tests; Maven's full output is in " + log);
        return Maven.run(command, log, line -> {
            if (SHOWN.matcher(line).matches()) {
                progress.line(line);
            }
        });
    }
}
