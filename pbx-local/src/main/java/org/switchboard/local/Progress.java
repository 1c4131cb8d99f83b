package org.switchboard.local;

import java.io.PrintStream;
import java.time.Duration;

/**
 * Tells the person what is being done. On a terminal a step is one line that changes in place; elsewhere
 * (a log, CI) each step is a line of its own and a long one repeats itself every ten seconds.
 */
public final class Progress {

    private static final Duration REPEAT = Duration.ofSeconds(10);

    private final PrintStream out;
    private final boolean terminal;
    /** Marks a step that is not done; plain dots where the locale has no ellipsis. */
    private final String working;
    private String step = "";
    private int shown;
    private long lastLine;

    /**
     * @param out where lines go
     * @param terminal whether a line may be rewritten in place
     */
    public Progress(PrintStream out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
        this.working = out.charset().newEncoder().canEncode('…') ? " …" : " ...";
    }

    /** Progress on standard output, in the style that fits what standard output is. */
    public static Progress ofStandardOutput() {
        var console = System.console();
        return new Progress(System.out, console != null && console.isTerminal());
    }

    /** Progress that nobody sees, for tests. */
    public static Progress silent() {
        return new Progress(new PrintStream(PrintStream.nullOutputStream()), false);
    }

    /** Begins a step, ending the one before it as it stands. */
    public synchronized void step(String text) {
        endLine();
        step = text;
        show(text + working);
    }

    /** Says how far the current step is; {@code detail} replaces the former one. */
    public synchronized void update(String detail) {
        if (terminal) {
            show(step + working + " " + detail);
        } else if (System.nanoTime() - lastLine > REPEAT.toNanos()) {
            show(step + working + " " + detail);
        }
    }

    /** Ends the current step with its result. */
    public synchronized void done(String result) {
        show(step + ": " + result);
        endLine();
    }

    /** Prints a line that belongs to no step. */
    public synchronized void line(String text) {
        endLine();
        out.println(text);
        out.flush();
    }

    private void show(String text) {
        if (terminal) {
            out.print('\r' + text + " ".repeat(Math.max(0, shown - text.length())));
            shown = text.length();
        } else {
            out.println(text);
        }
        lastLine = System.nanoTime();
        out.flush();
    }

    private void endLine() {
        if (terminal && shown > 0) {
            out.println();
        }
        shown = 0;
        step = "";
    }
}
