package org.switchboard.web.api.v1;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.UUID;
import org.switchboard.telephony.recording.RecordingSettings;

/**
 * What a company has decided about its recordings.
 *
 * @param noticePromptId told to people outside before a talk with an extension that is recorded; null for nothing
 * @param keepDays       after how many days recordings are deleted; null for never
 * @param ownCalls       whether people may hear the recordings of their own calls
 * @param queues         queues whose recordings are kept for another time
 */
@Schema(name = "RecordingSettings")
record RecordingSettingsReply(@Schema(types = {"string", "null"}, format = "uuid") UUID noticePromptId,
                              @Schema(types = {"integer", "null"}, format = "int32") Integer keepDays, boolean ownCalls, List<Keeping> queues) {

    /**
     * How long a queue's recordings are kept.
     *
     * @param queueId  the queue
     * @param keepDays days
     */
    @Schema(name = "RecordingKeeping")
    record Keeping(UUID queueId, int keepDays) {
    }

    /** Copies the queues. */
    RecordingSettingsReply {
        queues = List.copyOf(queues);
    }

    /** Shows the settings. */
    static RecordingSettingsReply of(RecordingSettings settings) {
        return new RecordingSettingsReply(settings.noticePromptId(), settings.keepDays(), settings.ownCalls(),
                settings.queues().stream().map(one -> new Keeping(one.queueId(), one.keepDays())).toList());
    }
}
