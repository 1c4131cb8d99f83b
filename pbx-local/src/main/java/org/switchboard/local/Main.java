package org.switchboard.local;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.switchboard.local.bench.BenchCommand;
import org.switchboard.local.demo.DemoCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.Spec;

/** The {@code ./pbx} command; the shell script of that name builds what is not built and then runs this. */
@Command(name = "pbx", mixinStandardHelpOptions = true, versionProvider = Main.Version.class,
        description = "Switchboard, a hosted business phone system: portal, database and Asterisk on one machine.",
        subcommands = {RunCommand.class, StopCommand.class, StatusCommand.class, TestCommand.class, BenchCommand.class, AssertCommand.class, DemoCommand.class})
public final class Main implements Runnable {

    private static final int FAILED = 1;

    @Spec
    private CommandSpec spec;

    /**
     * Runs one command and ends the JVM with its exit code: 0 done, 1 refused or failed, 2 wrong use.
     *
     * @param args the command line after {@code ./pbx}
     */
    public static void main(String[] args) {
        // Flyway and the JDBC driver log through java.util.logging; what matters of it comes as an exception.
        Logger.getLogger("").setLevel(Level.WARNING);
        System.exit(commandLine().execute(args));
    }

    /** The parser with all its commands. */
    static CommandLine commandLine() {
        return new CommandLine(new Main()).setExecutionExceptionHandler(Main::report);
    }

    /** The folder of the clone. */
    public static Path home() {
        return Path.of(System.getProperty("pbx.home", "")).toAbsolutePath().normalize();
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Say what to do: run, stop, status, test, bench, assert or demo.");
    }

    /** A refusal is one sentence for a person; anything else is a fault of ours, and its trace goes to a file. */
    private static int report(Exception exception, CommandLine command, ParseResult parsed) throws IOException {
        if (exception instanceof Refusal refusal) {
            command.getErr().println("pbx: " + refusal.getMessage());
            return FAILED;
        }
        var trace = new StringWriter();
        exception.printStackTrace(new PrintWriter(trace));
        Path file = Files.createTempFile("pbx-", ".log");
        Files.writeString(file, trace.toString());
        command.getErr().println("pbx: this should not have happened: " + exception.getMessage()
                + ". Please report it with the file " + file + ".");
        return FAILED;
    }

    /** Tells the version from the jar's manifest. */
    static final class Version implements CommandLine.IVersionProvider {

        @Override
        public String[] getVersion() {
            String version = Main.class.getPackage().getImplementationVersion();
            return new String[] {"Switchboard " + (version == null ? "(not packaged)" : version)};
        }
    }
}
