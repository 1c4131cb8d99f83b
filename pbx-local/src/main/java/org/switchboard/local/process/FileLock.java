package org.switchboard.local.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import org.switchboard.local.Layout;
import org.switchboard.local.Refusal;

/** A lock between processes, held on a file; the kernel releases it when the holder dies. */
public final class FileLock implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(30);

    private final FileChannel channel;

    private FileLock(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * Takes the lock, waiting for whoever holds it.
     *
     * @param onWait told once when somebody else holds it
     */
    public static FileLock take(Path file, Runnable onWait) {
        try {
            Layout.createPrivate(file.getParent());
            var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (!tryLock(channel)) {
                onWait.run();
                if (!Await.until(PATIENCE, () -> tryLock(channel))) {
                    throw new Refusal("Another run has held " + file + " for half an hour: end it, then try again.");
                }
            }
            return new FileLock(channel);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot lock " + file, e);
        }
    }

    private static boolean tryLock(FileChannel channel) {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException heldByAnotherThreadOfThisJvm) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
