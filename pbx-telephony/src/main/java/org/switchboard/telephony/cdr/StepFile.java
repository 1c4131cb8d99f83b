package org.switchboard.telephony.cdr;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.switchboard.telephony.call.Step;
import org.switchboard.telephony.call.StepJournal;
import org.switchboard.telephony.spool.SpoolFile;

/** The engine's journal: the file {@code steps.jsonl} in the spool folder, one line a step. */
public final class StepFile implements StepJournal, AutoCloseable {

    private final StepFormat format = new StepFormat();
    private final SpoolFile file;

    /**
     * Opens the journal, and makes folder and file where they are missing.
     *
     * @param spoolFolder the spool folder
     * @param meters      where lost steps are counted ({@code pbx.steps.lost})
     * @throws UncheckedIOException when the file cannot be opened
     */
    public StepFile(Path spoolFolder, MeterRegistry meters) {
        this(spoolFolder, meters, SpoolFile.LARGE_FILE);
    }

    StepFile(Path spoolFolder, MeterRegistry meters, long large) {
        Counter lost = Counter.builder("pbx.steps.lost").description("Steps that could not be written to the journal").register(meters);
        file = new SpoolFile(spoolFolder, format.fileName(), large, lost, "its call's history will not say why it went so");
    }

    @Override
    public void append(Step step) {
        file.append(format.write(step), step.at());
    }

    @Override
    public void close() {
        file.close();
    }
}
