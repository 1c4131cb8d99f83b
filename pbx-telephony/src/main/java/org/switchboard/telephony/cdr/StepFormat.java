package org.switchboard.telephony.cdr;

import java.util.Optional;
import org.switchboard.telephony.call.Step;
import org.switchboard.telephony.spool.MalformedRecord;
import org.switchboard.telephony.spool.SpoolFormat;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** The engine's {@code steps.jsonl}: one JSON object a line, as {@link StepFile} writes it. */
final class StepFormat implements SpoolFormat<CallEvent> {

    private static final String BEGIN = "{\"linkedId\":";
    private static final int MAX_ID = 150;

    private final JsonMapper json = JsonMapper.shared();

    @Override
    public String spool() {
        return "steps";
    }

    @Override
    public String fileName() {
        return "steps.jsonl";
    }

    /** JSON escapes line ends, so every line end is one of a record. */
    @Override
    public int recordEnd(byte[] bytes, int from, int to) {
        for (int i = from; i < to; i++) {
            if (bytes[i] == '\n') {
                return i + 1;
            }
        }
        return -1;
    }

    @Override
    public CallEvent parse(String record) throws MalformedRecord {
        try {
            Step step = json.readValue(record, Step.class);
            if (step == null || step.linkedId() == null || step.linkedId().isEmpty() || step.linkedId().length() > MAX_ID
                    || step.at() == null || step.kind() == null) {
                throw new MalformedRecord("linkedId, at or kind is missing or overlong");
            }
            return new CallEvent.StepTaken(step);
        } catch (JacksonException e) {
            throw new MalformedRecord("not a step in JSON");
        }
    }

    /**
     * Writes a step as one line.
     *
     * @param step the step
     * @return JSON without a line end
     */
    String write(Step step) {
        return json.writeValueAsString(step);
    }

    @Override
    public Optional<String> salvage(String record) {
        int last = record.lastIndexOf(BEGIN);
        return last > 0 ? Optional.of(record.substring(last)) : Optional.empty();
    }
}
