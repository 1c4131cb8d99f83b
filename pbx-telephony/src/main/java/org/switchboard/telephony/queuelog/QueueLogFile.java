package org.switchboard.telephony.queuelog;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.switchboard.telephony.spool.SpoolFile;

/** The record of queues as the engine writes it: the file {@code queues.jsonl} in the spool folder, one line an event. */
public final class QueueLogFile implements QueueLog, AutoCloseable {

    private final QueueEventFormat format = new QueueEventFormat();
    private final SpoolFile file;
    private final List<QueueEventListener> listeners = new CopyOnWriteArrayList<>();

    /**
     * Opens the file, and makes folder and file where they are missing.
     *
     * @param spoolFolder the spool folder
     * @param meters      where lost events are counted ({@code pbx.queues.lost})
     * @throws java.io.UncheckedIOException when the file cannot be opened
     */
    public QueueLogFile(Path spoolFolder, MeterRegistry meters) {
        this(spoolFolder, meters, SpoolFile.LARGE_FILE);
    }

    QueueLogFile(Path spoolFolder, MeterRegistry meters, long large) {
        Counter lost = Counter.builder("pbx.queues.lost").description("Events of queues that could not be written down").register(meters);
        file = new SpoolFile(spoolFolder, format.fileName(), large, lost, "reports will count without it");
    }

    /**
     * Tells somebody of each event from now on, after it was written.
     *
     * @param listener who wants to know
     */
    public void tell(QueueEventListener listener) {
        listeners.add(listener);
    }

    @Override
    public void append(QueueEvent event) {
        file.append(format.write(event), event.at());
        listeners.forEach(listener -> listener.happened(event));
    }

    @Override
    public void close() {
        file.close();
    }
}
