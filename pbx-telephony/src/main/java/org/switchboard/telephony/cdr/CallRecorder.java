package org.switchboard.telephony.cdr;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Keeps the call history up to date: reads the two witnesses' files in the spool folder as they grow and records each call
 * when it has ended. While the database is away the files wait; reading goes on where it stopped, each record counting once.
 */
public final class CallRecorder implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(CallRecorder.class);
    private static final long POLL_MILLIS = 200;
    private static final long UPKEEP_SECONDS = 60;
    private static final long LARGE_FILE = 64L << 20;
    private static final Duration KEPT = Duration.ofDays(2);
    /** Compared with the times that the operating system gives files, so it is the system's whatever clock calls go by. */
    private static final InstantSource FILE_CLOCK = InstantSource.system();

    private final Path folder;
    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final Counter recorded;
    private final RejectFile rejects;
    private final AtomicReference<Instant> engineStart = new AtomicReference<>();
    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().name("call-recorder").daemon().factory());
    private Reading reading;
    private boolean failing;

    /** What is set up from the database's positions, and thrown away when anything went wrong. */
    private record Reading(CallIntake intake, SpoolReader channels, SpoolReader steps) {
    }

    /**
     * Makes a recorder; {@link #start} begins its work.
     *
     * @param spoolFolder  the spool folder; made where it is missing
     * @param engine       connections of the engine's database role
     * @param meters       where recorded calls ({@code pbx.records.calls}) and rejected records are counted
     */
    public CallRecorder(Path spoolFolder, DataSource engine, MeterRegistry meters) {
        this(spoolFolder, engine, new JdbcTransactionManager(engine), meters);
    }

    CallRecorder(Path spoolFolder, DataSource engine, PlatformTransactionManager transactions, MeterRegistry meters) {
        this.folder = spoolFolder;
        this.jdbc = new JdbcTemplate(engine);
        this.transaction = new TransactionTemplate(transactions);
        this.recorded = Counter.builder("pbx.records.calls").description("Calls put into the history").register(meters);
        this.rejects = new RejectFile(spoolFolder, meters);
    }

    /** Begins reading, and looks for more five times a second. */
    public void start() {
        timer.scheduleWithFixedDelay(this::tick, 0, POLL_MILLIS, TimeUnit.MILLISECONDS);
        timer.scheduleWithFixedDelay(this::upkeep, UPKEEP_SECONDS, UPKEEP_SECONDS, TimeUnit.SECONDS);
    }

    /**
     * Says that Asterisk was started. Calls that began before and have no end will never have one: they are recorded with what
     * is known of them, as cut short.
     *
     * @param startedAt when, by Asterisk's clock
     */
    public void engineStarted(Instant startedAt) {
        engineStart.set(startedAt);
    }

    /** Files do not announce their growth everywhere, and under load a look now and then costs less than a call each line. */
    private void tick() {
        try {
            readAll();
            if (failing) {
                failing = false;
                LOG.info("Call records are being written again");
            }
        } catch (DataAccessException | TransactionException | UncheckedIOException | StaleSpoolPosition e) {
            reading = null;
            if (!failing) {
                failing = true;
                LOG.warn("Call records cannot be written now; they wait in {} and nothing is lost", folder, e);
            }
        } catch (RuntimeException e) {
            // The timer would stop for good.
            reading = null;
            LOG.error("Call records cannot be written because of a fault in the program", e);
        }
    }

    private void upkeep() {
        try {
            tidy(LARGE_FILE, FILE_CLOCK.instant());
        } catch (IOException | RuntimeException e) {
            LOG.warn("Files of call records that were read could not be put away in {}", folder, e);
        }
    }

    /**
     * Begins a new file when the one in use is large, and deletes files of two days ago that were read to their end.
     *
     * @param large largest size of the file in use, in bytes
     * @param now   the time
     * @throws IOException when a file cannot be renamed or deleted
     */
    void tidy(long large, Instant now) throws IOException {
        if (reading != null) {
            reading.channels().rotate(large, now);
            reading.channels().deleteRead(now.minus(KEPT));
            reading.steps().deleteRead(now.minus(KEPT));
        }
    }

    /**
     * Reads what there is to the end.
     *
     * @return how many calls were recorded
     * @throws UncheckedIOException when the spool folder cannot be read
     */
    int readAll() {
        try {
            if (reading == null) {
                reading = open();
            }
            int calls = 0;
            Optional<SpoolBatch> channels = reading.channels().read();
            calls += readSteps();
            while (channels.isPresent()) {
                // The steps of a call are on file before its end is: so whoever has read the end finds all steps there.
                calls += take(reading.channels(), channels.get());
                channels = reading.channels().read();
                calls += readSteps();
            }
            Instant start = engineStart.getAndSet(null);
            if (start != null) {
                calls += reading.intake().closeCallsBefore(start);
            }
            recorded.increment(calls);
            return calls;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read in " + folder, e);
        }
    }

    private int readSteps() throws IOException {
        int calls = 0;
        Optional<SpoolBatch> steps = reading.steps().read();
        while (steps.isPresent()) {
            calls += take(reading.steps(), steps.get());
            steps = reading.steps().read();
        }
        return calls;
    }

    private int take(SpoolReader reader, SpoolBatch batch) {
        int calls = reading.intake().take(batch);
        reader.done(batch);
        rejects.keep(batch.rejects());
        return calls;
    }

    private Reading open() throws IOException {
        Files.createDirectories(folder);
        SpoolFormat channels = new ChannelEventFormat();
        SpoolFormat steps = new StepFormat();
        CallIntake intake = new CallIntake(jdbc, transaction, rejects, List.of(channels, steps));
        return new Reading(intake, new SpoolReader(folder, channels, intake.positions(channels.spool())),
                new SpoolReader(folder, steps, intake.positions(steps.spool())));
    }

    /** Stops after the batch at hand. */
    @Override
    public void close() {
        timer.shutdown();
        try {
            if (!timer.awaitTermination(10, TimeUnit.SECONDS)) {
                LOG.warn("The call recorder did not stop within 10 s; what it was at is rolled back");
                timer.shutdownNow();
            }
        } catch (InterruptedException e) {
            timer.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
