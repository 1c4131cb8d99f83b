package org.switchboard.telephony.recording;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * A recording that is kept.
 *
 * @param id        its id
 * @param callId    the call in the history; of a call that still goes on it is there later
 * @param startedAt when the talk began
 * @param length    how long it plays
 * @param bytes     size of its file
 * @param file      where that is, below the folder of recordings
 * @param reason    why it was made
 * @param queueId   the queue for which it was made; null for none
 * @param queueName what that is called; null for none, or when the queue is gone
 * @param extension number of the extension for which it was made; null for none
 * @param peaks     how loud it is: for each of equal stretches the loudest moment, 0 to 255; first the company's side, then the other's
 * @param keptUntil when it is deleted; null for never, as the rules are today
 * @param plays     how often somebody played or fetched it
 */
public record Recording(UUID id, UUID callId, Instant startedAt, Duration length, long bytes, String file, RecordingReason reason,
                        UUID queueId, String queueName, String extension, byte[] peaks, Instant keptUntil, int plays) {
}
