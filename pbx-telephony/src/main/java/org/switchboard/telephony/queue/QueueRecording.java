package org.switchboard.telephony.queue;

import java.util.UUID;
import org.switchboard.telephony.input.SettingsGroup;

/**
 * Whether the talks of a queue are recorded.
 *
 * @param record          whether; null means {@link RecordCalls#NEVER}
 * @param consentPromptId told to callers before they wait, when they are recorded; null for nothing
 */
@SettingsGroup
public record QueueRecording(RecordCalls record, UUID consentPromptId) {

    /** Fills in the default. */
    public QueueRecording {
        record = record == null ? RecordCalls.NEVER : record;
    }

    /** All defaults. */
    public QueueRecording() {
        this(null, null);
    }
}
