package org.switchboard.telephony.alert;

import java.time.Instant;
import java.util.UUID;

/**
 * A threshold that is broken.
 *
 * @param tenantId the company
 * @param queueId  the queue
 * @param kind     which threshold
 * @param since    since when
 * @param value    callers, seconds or percent, by kind
 * @param bound    what it was measured against
 */
public record Trouble(UUID tenantId, UUID queueId, AlertKind kind, Instant since, int value, int bound) {
}
