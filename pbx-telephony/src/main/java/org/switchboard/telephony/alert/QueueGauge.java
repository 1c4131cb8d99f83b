package org.switchboard.telephony.alert;

import java.time.Instant;
import java.util.UUID;

/**
 * What is measured in a queue at one moment.
 *
 * @param queueId      the queue
 * @param waiting      how many callers wait, those who are called back included
 * @param oldest       when the one who has waited longest came; null when nobody waits. Who asked to be called back does not count here
 * @param levelPercent today's service level; null while no call counts
 * @param levelCalls   from how many calls it comes
 */
public record QueueGauge(UUID queueId, int waiting, Instant oldest, Integer levelPercent, long levelCalls) {
}
