package org.switchboard.telephony.queuelog;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * One thing that happened in a queue or to an agent.
 *
 * @param id       its own, so that reading it twice makes one row
 * @param tenantId the company
 * @param at       when
 * @param kind     what
 * @param queueId  in which queue; null when it concerns no single one, such as signing in
 * @param agentId  to which agent; null when to none
 * @param visit    which stay of which caller in which queue: all events of one stay carry the same; null when it concerns no caller
 * @param linkedId the call it belongs to, as in the call history; null when to none, or (a callback that nobody has dialled yet) to none yet
 * @param detail   what else is to be known, see {@link QueueEventKind}; never null
 */
public record QueueEvent(UUID id, UUID tenantId, Instant at, QueueEventKind kind, UUID queueId, UUID agentId, String visit, String linkedId,
                         Map<String, String> detail) {

    /** Copies the detail. */
    public QueueEvent {
        detail = detail == null ? Map.of() : Map.copyOf(detail);
    }
}
