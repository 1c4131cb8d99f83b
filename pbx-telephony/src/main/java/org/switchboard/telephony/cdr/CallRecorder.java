package org.switchboard.telephony.cdr;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.switchboard.telephony.spool.RejectFile;
import org.switchboard.telephony.spool.SpoolBatch;
import org.switchboard.telephony.spool.SpoolFormat;
import org.switchboard.telephony.spool.SpoolReader;
import org.switchboard.telephony.spool.SpoolTimer;
import org.switchboard.telephony.spool.SpoolWork;

/**
 * Keeps the call history up to date: reads the two witnesses' files in the spool folder as they grow and records each call
 * when it has ended. While the database is away the files wait; reading goes on where it stopped, each record counting once.
 */
public final class CallRecorder implements SpoolWork, AutoCloseable {

    private static final Duration KEPT = Duration.ofDays(2);

    private final Path folder;
    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final Counter recorded;
    private final RejectFile rejects;
    private final AtomicReference<Instant> engineStart = new AtomicReference<>();
    private final SpoolTimer timer;
    private Reading reading;

    /** What is set up from the database's positions, and thrown away when anything went wrong. */
    private record Reading(CallIntake intake, SpoolReader<CallEvent> channels, SpoolReader<CallEvent> steps) {
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
        this.timer = new SpoolTimer("call-recorder", "Call records", spoolFolder, this);
    }

    /** Begins reading, and looks for more five times a second. */
    public void start() {
        timer.start();
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

    @Override
    public void beginAgain() {
        reading = null;
    }

    /**
     * Begins a new file when the one in use is large, and deletes files of two days ago that were read to their end.
     *
     * @param large largest size of the file in use, in bytes
     * @param now   the time
     * @throws IOException when a file cannot be renamed or deleted
     */
    @Override
    public void tidy(long large, Instant now) throws IOException {
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
    @Override
    public int readAll() {
        try {
            if (reading == null) {
                reading = open();
            }
            int calls = 0;
            Optional<SpoolBatch<CallEvent>> channels = reading.channels().read();
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
        Optional<SpoolBatch<CallEvent>> steps = reading.steps().read();
        while (steps.isPresent()) {
            calls += take(reading.steps(), steps.get());
            steps = reading.steps().read();
        }
        return calls;
    }

    private int take(SpoolReader<CallEvent> reader, SpoolBatch<CallEvent> batch) {
        int calls = reading.intake().take(batch);
        reader.done(batch);
        rejects.keep(batch.rejects());
        return calls;
    }

    private Reading open() throws IOException {
        Files.createDirectories(folder);
        SpoolFormat<CallEvent> channels = new ChannelEventFormat();
        SpoolFormat<CallEvent> steps = new StepFormat();
        CallIntake intake = new CallIntake(jdbc, transaction, rejects, List.of(channels, steps));
        return new Reading(intake, new SpoolReader<>(folder, channels, intake.positions(channels.spool())),
                new SpoolReader<>(folder, steps, intake.positions(steps.spool())));
    }

    /** Stops after the batch at hand. */
    @Override
    public void close() {
        timer.close();
    }
}
