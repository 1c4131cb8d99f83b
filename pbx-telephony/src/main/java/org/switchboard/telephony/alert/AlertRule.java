package org.switchboard.telephony.alert;

import java.util.UUID;

/**
 * When a queue is in trouble.
 *
 * @param tenantId      the company
 * @param queueId       the queue
 * @param waiting       more waiting callers than this are too many; null for never
 * @param waitSeconds   waiting longer than this is too long; null for never
 * @param targetPercent a service level under this is too low
 * @param abandoned     whether a caller who gives up is an alert
 */
public record AlertRule(UUID tenantId, UUID queueId, Integer waiting, Integer waitSeconds, int targetPercent, boolean abandoned) {
}
