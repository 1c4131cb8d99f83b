package org.switchboard.telephony.cdr;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.switchboard.telephony.call.Step;
import org.switchboard.telephony.call.StepJournal;

/**
 * The engine's journal: the file {@code steps.jsonl} in the spool folder, one line a step. A step is in the file (in the
 * operating system's hands, which a kill of this process does not undo) when {@link #append} returns.
 */
public final class StepFile implements StepJournal, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(StepFile.class);

    private static final long LARGE_FILE = 64L << 20;

    private final StepFormat format = new StepFormat();
    private final ReentrantLock lock = new ReentrantLock();
    private final Path file;
    private final long large;
    private RandomAccessFile journal;
    private final Counter lost;
    private boolean failing;

    /**
     * Opens the journal, and makes folder and file where they are missing.
     *
     * @param spoolFolder the spool folder
     * @param meters      where lost steps are counted ({@code pbx.steps.lost})
     * @throws UncheckedIOException when the file cannot be opened
     */
    public StepFile(Path spoolFolder, MeterRegistry meters) {
        this(spoolFolder, meters, LARGE_FILE);
    }

    StepFile(Path spoolFolder, MeterRegistry meters, long large) {
        this.large = large;
        lost = Counter.builder("pbx.steps.lost").description("Steps that could not be written to the journal").register(meters);
        file = spoolFolder.resolve(format.fileName());
        try {
            Files.createDirectories(spoolFolder);
            journal = new RandomAccessFile(file.toFile(), "rw");
            endTornLine();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot open " + file, e);
        }
    }

    /** A process that died while it wrote left a line without an end: end it, so that the first new step is not lost with it. */
    private void endTornLine() throws IOException {
        long size = journal.length();
        if (size > 0) {
            journal.seek(size - 1);
            if (journal.read() != '\n') {
                journal.write('\n');
            }
        }
    }

    @Override
    public void append(Step step) {
        byte[] line = (format.write(step) + "\n").getBytes(StandardCharsets.UTF_8);
        lock.lock();
        try {
            writeWhole(line);
            failing = false;
            if (journal.length() > large) {
                beginNewFile(step.at().toEpochMilli());
            }
        } catch (IOException e) {
            lost.increment();
            if (!failing) {
                failing = true;
                LOG.error("A step could not be written to the journal; its call's history will not say why it went so", e);
            }
        } finally {
            lock.unlock();
        }
    }

    /**
     * On a full disk half a line may be written: it is taken back, so that the next step starts a line of its own. Not a
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

    /** The full one keeps its place in the folder under another name, where the recorder reads it to its end. */
    private void beginNewFile(long number) throws IOException {
        RandomAccessFile full = journal;
        Files.move(file, file.resolveSibling(format.fileName() + "." + number));
        journal = new RandomAccessFile(file.toFile(), "rw");
        full.close();
    }

    @Override
    public void close() {
        lock.lock();
        try {
            journal.close();
        } catch (IOException e) {
            LOG.warn("The journal of steps was not closed cleanly", e);
        } finally {
            lock.unlock();
        }
    }
}
