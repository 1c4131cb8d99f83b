package org.switchboard.telephony.spool;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps what could not be read beside the spool, in {@code rejected.txt}: one line each, with file, position and problem
 * before the text. Each is counted ({@code pbx.records.rejected}) and logged. A record can be kept twice when the process dies
 * at the wrong moment.
 */
public final class RejectFile {

    private static final Logger LOG = LoggerFactory.getLogger(RejectFile.class);
    private static final long MAX_SIZE = 16L << 20;
    private static final int MAX_LOGGED_PER_BATCH = 3;

    private final Path file;
    private final Counter count;

    /**
     * Names the file; it is made when the first record comes.
     *
     * @param spoolFolder the spool folder
     * @param meters      where rejected records are counted
     */
    public RejectFile(Path spoolFolder, MeterRegistry meters) {
        this.file = spoolFolder.resolve("rejected.txt");
        this.count = Counter.builder("pbx.records.rejected").description("Records in the spool that could not be read").register(meters);
    }

    /**
     * Keeps records.
     *
     * @param rejects the records; may be empty
     */
    public void keep(List<SpoolBatch.Reject> rejects) {
        if (rejects.isEmpty()) {
            return;
        }
        count.increment(rejects.size());
        rejects.stream().limit(MAX_LOGGED_PER_BATCH).forEach(reject ->
                LOG.warn("A record in {} at byte {} cannot be read and was set aside in {}: {}", reject.file(), reject.position(), file,
                        reject.problem()));
        if (rejects.size() > MAX_LOGGED_PER_BATCH) {
            LOG.warn("… and {} more after it", rejects.size() - MAX_LOGGED_PER_BATCH);
        }
        try {
            if (!Files.exists(file) || Files.size(file) < MAX_SIZE) {
                Files.write(file, rejects.stream().map(RejectFile::line).toList(), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            }
        } catch (IOException e) {
            LOG.warn("{} records could not be set aside in {}", rejects.size(), file, e);
        }
    }

    private static String line(SpoolBatch.Reject reject) {
        return reject.file() + "\t" + reject.position() + "\t" + reject.problem() + "\t" + reject.text();
    }
}
