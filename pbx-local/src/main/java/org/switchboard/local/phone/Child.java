package org.switchboard.local.phone;

import java.io.IOException;
import java.util.concurrent.TimeUnit;

/** A process that does not outlive this JVM, however it ends: Ctrl-C must leave no phone and no load behind. */
final class Child implements AutoCloseable {

    private static final int PATIENCE_SECONDS = 3;

    private final Process process;
    private final Thread endWithJvm;

    private Child(Process process) {
        this.process = process;
        this.endWithJvm = Thread.ofPlatform().unstarted(process::destroyForcibly);
    }

    static Child start(ProcessBuilder builder) throws IOException {
        var child = new Child(builder.start());
        Runtime.getRuntime().addShutdownHook(child.endWithJvm);
        return child;
    }

    Process process() {
        return process;
    }

    /** Ends it at once, as a power cut does. */
    void kill() {
        process.destroyForcibly();
    }

    /** Ends it: politely, then firmly. */
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
        forgetHook();
    }

    private void forgetHook() {
        try {
            Runtime.getRuntime().removeShutdownHook(endWithJvm);
        } catch (IllegalStateException theJvmEndsAlready) {
            process.destroyForcibly();
        }
    }
}
