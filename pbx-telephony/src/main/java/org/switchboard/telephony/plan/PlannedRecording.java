package org.switchboard.telephony.plan;

import java.util.Map;
import java.util.UUID;
import org.switchboard.telephony.extension.RecordPolicy;

/**
 * What is recorded for the sake of extensions. (What queues record is theirs to say.)
 *
 * @param policies       by extension; those that are missing are not recorded
 * @param noticePromptId told to people outside first; null for nothing
 */
public record PlannedRecording(Map<UUID, RecordPolicy> policies, UUID noticePromptId) {

    /** Copies the policies. */
    public PlannedRecording {
        policies = Map.copyOf(policies);
    }

    /**
     * Which talks of an extension are recorded.
     *
     * @param extensionId any extension
     * @return {@link RecordPolicy#NEVER} where nothing was said
     */
    public RecordPolicy of(UUID extensionId) {
        return policies.getOrDefault(extensionId, RecordPolicy.NEVER);
    }
}
