package org.switchboard.telephony.recording;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;

/**
 * What a company shall decide about recordings.
 *
 * @param noticePromptId a prompt of the company; null for nothing
 * @param keepDays       1 to {@value #MAX_DAYS}; null for ever
 * @param ownCalls       whether people may hear the recordings of their own calls; null for no
 * @param queues         queues whose recordings are kept for another time, each once; null for none
 */
public record RecordingSettingsDraft(UUID noticePromptId,
                                     @Min(value = 1, message = "{invalid.recording.days}") @Max(value = MAX_DAYS, message = "{invalid.recording.days}")
                                     Integer keepDays,
                                     Boolean ownCalls,
                                     @Valid @Size(max = 1000, message = "{invalid.recording.queues}") List<@NotNull Keeping> queues) {

    /** Longest time. */
    public static final int MAX_DAYS = 3650;

    /**
     * How long a queue's recordings shall be kept.
     *
     * @param queueId  a queue of the company
     * @param keepDays 1 to {@value #MAX_DAYS}
     */
    public record Keeping(@NotNull(message = "{invalid.recording.queue}") UUID queueId,
                          @NotNull(message = "{invalid.recording.days}") @Min(value = 1, message = "{invalid.recording.days}")
                          @Max(value = MAX_DAYS, message = "{invalid.recording.days}") Integer keepDays) {
    }

    /** Fills in what was left out. */
    public RecordingSettingsDraft {
        ownCalls = ownCalls != null && ownCalls;
        queues = queues == null ? List.of() : queues;
    }
}
