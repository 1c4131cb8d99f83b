package org.switchboard.telephony.spool;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/** Looks into the spool five times a second and tidies it once a minute, on a thread of its own. While the database is away the files wait. */
public final class SpoolTimer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(SpoolTimer.class);
    private static final long POLL_MILLIS = 200;
    private static final long UPKEEP_SECONDS = 60;
    /** Compared with the times that the operating system gives files, so it is the system's whatever clock calls go by. */
    private static final InstantSource FILE_CLOCK = InstantSource.system();

    private final String what;
    private final Path folder;
    private final SpoolWork work;
    private final ScheduledExecutorService timer;
    private boolean failing;

    /**
     * Makes a timer; {@link #start} begins its work.
     *
     * @param thread the thread's name
     * @param what   what the records are, for the log: "Call records"
     * @param folder the spool folder
     * @param work   what is to be done
     */
    public SpoolTimer(String thread, String what, Path folder, SpoolWork work) {
        this.what = what;
        this.folder = folder;
        this.work = work;
        this.timer = Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().name(thread).daemon().factory());
    }

    /** Begins. Files do not announce their growth everywhere, and under load a look now and then costs less than a call each line. */
    public void start() {
        timer.scheduleWithFixedDelay(this::tick, 0, POLL_MILLIS, TimeUnit.MILLISECONDS);
        timer.scheduleWithFixedDelay(this::upkeep, UPKEEP_SECONDS, UPKEEP_SECONDS, TimeUnit.SECONDS);
    }

    private void tick() {
        try {
            work.readAll();
            if (failing) {
                failing = false;
                LOG.info("{} are being written again", what);
            }
        } catch (DataAccessException | TransactionException | UncheckedIOException | StaleSpoolPosition e) {
            work.beginAgain();
            if (!failing) {
                failing = true;
                LOG.warn("{} cannot be written now; they wait in {} and nothing is lost", what, folder, e);
            }
        } catch (RuntimeException e) {
            // The timer would stop for good.
            work.beginAgain();
            LOG.error("{} cannot be written because of a fault in the program", what, e);
        }
    }

    private void upkeep() {
        try {
            work.tidy(SpoolFile.LARGE_FILE, FILE_CLOCK.instant());
        } catch (IOException | RuntimeException e) {
            LOG.warn("{} that were read could not be put away in {}", what, folder, e);
        }
    }

    /** Stops after the batch at hand. */
    @Override
    public void close() {
        timer.shutdown();
        try {
            if (!timer.awaitTermination(10, TimeUnit.SECONDS)) {
                LOG.warn("{}: reading did not stop within 10 s; what it was at is rolled back", what);
                timer.shutdownNow();
            }
        } catch (InterruptedException e) {
            timer.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
