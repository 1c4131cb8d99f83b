package org.switchboard.telephony.recording;

import java.util.List;
import java.util.Objects;
import java.util.UUID;

/**
 * What a company has decided about recordings.
 *
 * @param noticePromptId told to people outside before a talk with an extension that is recorded; null for nothing
 * @param keepDays       after how many days recordings are deleted; null for never
 * @param ownCalls       whether people may hear the recordings of their own calls
 * @param queues         queues whose recordings are kept for another time
 */
public record RecordingSettings(UUID noticePromptId, Integer keepDays, boolean ownCalls, List<Keeping> queues) {

    /**
     * How long a queue's recordings are kept.
     *
     * @param queueId  the queue
     * @param keepDays days
     */
    public record Keeping(UUID queueId, int keepDays) {
    }

    /** Copies the queues. */
    public RecordingSettings {
        queues = List.copyOf(queues);
    }

    /**
     * For how many days recordings of a queue are kept.
     *
     * @param queueId the queue
     * @return its own days; null where the company's count
     */
    public Integer daysOf(UUID queueId) {
        return queues.stream().filter(one -> Objects.equals(one.queueId(), queueId)).map(Keeping::keepDays).findFirst().orElse(null);
    }

    /**
     * The same as it can be edited.
     *
     * @return a draft
     */
    public RecordingSettingsDraft draft() {
        return new RecordingSettingsDraft(noticePromptId, keepDays, ownCalls,
                queues.stream().map(one -> new RecordingSettingsDraft.Keeping(one.queueId(), one.keepDays())).toList());
    }
}
