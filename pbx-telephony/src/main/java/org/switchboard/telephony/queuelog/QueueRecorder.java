package org.switchboard.telephony.queuelog;

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
import javax.sql.DataSource;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import org.switchboard.telephony.spool.RejectFile;
import org.switchboard.telephony.spool.SpoolBatch;
import org.switchboard.telephony.spool.SpoolPositions;
import org.switchboard.telephony.spool.SpoolReader;
import org.switchboard.telephony.spool.SpoolTimer;
import org.switchboard.telephony.spool.SpoolWork;

/**
 * Puts the events of queues into the database as their file grows: rows and the file's position in one transaction, so that each
 * event counts once wherever the process dies. While the database is away the file waits.
 */
public final class QueueRecorder implements SpoolWork, AutoCloseable {

    private static final Duration KEPT = Duration.ofDays(2);

    private final Path folder;
    private final QueueEventRows rows;
    private final SpoolPositions positions;
    private final TransactionTemplate transaction;
    private final TransactionTemplate nested;
    private final RejectFile rejects;
    private final Counter recorded;
    private final SpoolTimer timer;
    private SpoolReader<QueueEvent> reader;

    /**
     * Makes a recorder; {@link #start} begins its work.
     *
     * @param spoolFolder the spool folder; made where it is missing
     * @param engine      connections of the engine's database role
     * @param meters      where recorded events ({@code pbx.records.queues}) and rejected records are counted
     */
    public QueueRecorder(Path spoolFolder, DataSource engine, MeterRegistry meters) {
        this(spoolFolder, engine, new JdbcTransactionManager(engine), meters);
    }

    QueueRecorder(Path spoolFolder, DataSource engine, PlatformTransactionManager transactions, MeterRegistry meters) {
        this.folder = spoolFolder;
        this.rows = new QueueEventRows(new JdbcTemplate(engine));
        this.positions = new SpoolPositions(JdbcClient.create(engine));
        this.transaction = new TransactionTemplate(transactions);
        this.nested = new TransactionTemplate(transactions);
        this.nested.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
        this.rejects = new RejectFile(spoolFolder, meters);
        this.recorded = Counter.builder("pbx.records.queues").description("Events of queues put into the database").register(meters);
        this.timer = new SpoolTimer("queue-recorder", "Events of queues", spoolFolder, this);
    }

    /** Begins reading, and looks for more five times a second. */
    public void start() {
        timer.start();
    }

    @Override
    public int readAll() {
        try {
            if (reader == null) {
                reader = open();
            }
            int events = 0;
            Optional<SpoolBatch<QueueEvent>> batch = reader.read();
            while (batch.isPresent()) {
                take(batch.get());
                events += batch.get().lines().size();
                batch = reader.read();
            }
            recorded.increment(events);
            return events;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read in " + folder, e);
        }
    }

    private SpoolReader<QueueEvent> open() throws IOException {
        Files.createDirectories(folder);
        QueueEventFormat format = new QueueEventFormat();
        return new SpoolReader<>(folder, format, transaction.execute(status -> positions.of(format.spool())));
    }

    private void take(SpoolBatch<QueueEvent> batch) {
        List<QueueEvent> events = batch.lines().stream().map(SpoolBatch.Line::event).toList();
        events.forEach(event -> preparePartition(event.at()));
        transaction.executeWithoutResult(status -> {
            positions.advance(batch);
            insert(batch.lines(), events);
        });
        reader.done(batch);
        rejects.keep(batch.rejects());
    }

    /** In a transaction of its own, for making a partition locks the whole table. */
    private void preparePartition(Instant moment) {
        if (rows.needsPartition(moment)) {
            transaction.executeWithoutResult(status -> rows.makePartition(moment));
            rows.hasPartition(moment);
        }
    }

    /** One event that the database will not have must not keep the others out. */
    private void insert(List<SpoolBatch.Line<QueueEvent>> lines, List<QueueEvent> events) {
        try {
            nested.executeWithoutResult(status -> rows.insert(events));
        } catch (DataIntegrityViolationException oneOfThem) {
            for (SpoolBatch.Line<QueueEvent> line : lines) {
                try {
                    nested.executeWithoutResult(status -> rows.insert(List.of(line.event())));
                } catch (DataIntegrityViolationException refused) {
                    rejects.keep(List.of(new SpoolBatch.Reject("queue_event", 0, line.text(), String.valueOf(refused.getMessage()))));
                }
            }
        }
    }

    @Override
    public void beginAgain() {
        reader = null;
    }

    /** Deletes files of two days ago that were read to their end; new files are begun by {@link QueueLogFile} itself. */
    @Override
    public void tidy(long large, Instant now) throws IOException {
        if (reader != null) {
            reader.deleteRead(now.minus(KEPT));
        }
    }

    /** Stops after the batch at hand. */
    @Override
    public void close() {
        timer.close();
    }
}
