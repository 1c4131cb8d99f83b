package org.switchboard.telephony.spool;

import io.micrometer.core.instrument.Counter;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A file in the spool folder that records are added to, one a line. A record is in the file (in the operating system's hands,
 * which a kill of this process does not undo) when {@link #append} returns.
 */
public final class SpoolFile implements AutoCloseable {

    /** Size from which a new file is begun, in bytes. */
    public static final long LARGE_FILE = 64L << 20;

    private static final Logger LOG = LoggerFactory.getLogger(SpoolFile.class);

    private final ReentrantLock lock = new ReentrantLock();
    private final Path file;
    private final long large;
    private final Counter lost;
    private final String whatIsLost;
    private RandomAccessFile journal;
    private boolean failing;

    /**
     * Opens the file, and makes folder and file where they are missing.
     *
     * @param spoolFolder the spool folder
     * @param fileName    the file's name in it
     * @param large       size from which a new file is begun, in bytes, usually {@link #LARGE_FILE}
     * @param lost        counts the records that could not be written
     * @param whatIsLost  what is not known then, a sentence for the log
     * @throws UncheckedIOException when the file cannot be opened
     */
    public SpoolFile(Path spoolFolder, String fileName, long large, Counter lost, String whatIsLost) {
        this.large = large;
        this.lost = lost;
        this.whatIsLost = whatIsLost;
        file = spoolFolder.resolve(fileName);
        try {
            Files.createDirectories(spoolFolder);
            journal = new RandomAccessFile(file.toFile(), "rw");
            endTornLine();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot open " + file, e);
        }
    }

    /** A process that died while it wrote left a line without an end: end it, so that the first new record is not lost with it. */
    private void endTornLine() throws IOException {
        long size = journal.length();
        if (size > 0) {
            journal.seek(size - 1);
            if (journal.read() != '\n') {
                journal.write('\n');
            }
        }
    }

    /**
     * Adds a record. One that cannot be written is counted, and the first of a row is logged: calls go on.
     *
     * @param record the record, without a line end
     * @param at     when it happened; names the full file when this record filled it
     */
    public void append(String record, Instant at) {
        byte[] line = (record + "\n").getBytes(StandardCharsets.UTF_8);
        lock.lock();
        try {
            writeWhole(line);
            failing = false;
            if (journal.length() > large) {
                beginNewFile(at.toEpochMilli());
            }
        } catch (IOException e) {
            lost.increment();
            if (!failing) {
                failing = true;
                LOG.error("A record could not be written to {}; {}", file, whatIsLost, e);
            }
        } finally {
            lock.unlock();
        }
    }

    /**
     * On a full disk half a line may be written: it is taken back, so that the next record starts a line of its own. Not a
     * FileChannel, which an interrupt of the calling thread would close for all others.
     */
    private void writeWhole(byte[] line) throws IOException {
        long begin = journal.length();
        try {
            journal.seek(begin);
            journal.write(line);
        } catch (IOException e) {
            journal.setLength(begin);
            throw e;
        }
    }

    /** The full one keeps its place in the folder under another name, where the reader reads it to its end. */
    private void beginNewFile(long number) throws IOException {
        RandomAccessFile full = journal;
        Files.move(file, file.resolveSibling(file.getFileName() + "." + number));
        journal = new RandomAccessFile(file.toFile(), "rw");
        full.close();
    }

    @Override
    public void close() {
        lock.lock();
        try {
            journal.close();
        } catch (IOException e) {
            LOG.warn("{} was not closed cleanly", file, e);
        } finally {
            lock.unlock();
        }
    }
}
