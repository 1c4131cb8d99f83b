package org.switchboard.telephony.callcentre;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.switchboard.telephony.queuelog.QueueEvent;
import org.switchboard.telephony.queuelog.QueueEventKind;
import org.switchboard.telephony.queuelog.QueueLog;

/**
 * Writes a company's events down. What can happen to a stay only once has an id made of the stay, so that an engine which repeats it after a crash
 * makes no second row: a stay begins once, its waiting ends once in whatever way, and so does its talk.
 */
final class FloorRecord {

    private final UUID tenantId;
    private final QueueLog log;

    FloorRecord(UUID tenantId, QueueLog log) {
        this.tenantId = tenantId;
        this.log = log;
    }

    void entered(Instant at, CallerStay stay) {
        append(once("entered", stay), at, QueueEventKind.ENTERED, stay, null,
                Map.of("caller", stay.number(), "name", stay.name(), "priority", Integer.toString(stay.priority())));
    }

    void offered(Instant at, CallerStay stay, UUID agentId) {
        append(UUID.randomUUID(), at, QueueEventKind.OFFERED, stay, agentId, Map.of());
    }

    void offerEnded(Instant at, CallerStay stay, UUID agentId, String result) {
        append(UUID.randomUUID(), at, QueueEventKind.OFFER_ENDED, stay, agentId, Map.of("result", result));
    }

    void answered(Instant at, CallerStay stay, UUID agentId, boolean callback) {
        append(once("waited", stay), at, QueueEventKind.ANSWERED, stay, agentId,
                Map.of("waited", millis(stay.enteredAt(), at), "callback", Boolean.toString(callback)));
    }

    void talkEnded(Instant at, CallerStay stay, UUID agentId, Instant since, String by) {
        append(once("talked", stay), at, QueueEventKind.TALK_ENDED, stay, agentId, Map.of("talked", millis(since, at), "by", by));
    }

    void abandoned(Instant at, CallerStay stay, int position) {
        append(once("waited", stay), at, QueueEventKind.ABANDONED, stay, null,
                Map.of("waited", millis(stay.enteredAt(), at), "position", Integer.toString(position)));
    }

    void left(Instant at, CallerStay stay, String way) {
        append(once("waited", stay), at, QueueEventKind.LEFT, stay, null, Map.of("waited", millis(stay.enteredAt(), at), "way", way));
    }

    void callbackAsked(Instant at, CallerStay stay) {
        append(once("callback", stay), at, QueueEventKind.CALLBACK_ASKED, stay, null, Map.of("number", stay.number()));
    }

    void callbackEnded(Instant at, CallerStay stay, String result) {
        append(once("waited", stay), at, QueueEventKind.CALLBACK_ENDED, stay, null,
                Map.of("waited", millis(stay.enteredAt(), at), "result", result));
    }

    void reordered(Instant at, CallerStay stay, String what, String by) {
        append(UUID.randomUUID(), at, QueueEventKind.REORDERED, stay, null,
                Map.of("what", what, "priority", Integer.toString(stay.priority()), "by", by));
    }

    /** An agent is ready again after a talk of a queue; null for a queue that is not known any more. */
    void wrapUpEnded(Instant at, UUID queueId, UUID agentId, Instant since) {
        log.append(new QueueEvent(UUID.randomUUID(), tenantId, at, QueueEventKind.WRAP_UP_ENDED, queueId, agentId, null, null,
                Map.of("wrapUp", millis(since, at))));
    }

    /** Something about an agent alone. */
    void agent(Instant at, QueueEventKind kind, UUID agentId, Map<String, String> detail) {
        log.append(new QueueEvent(UUID.randomUUID(), tenantId, at, kind, null, agentId, null, null, detail));
    }

    static String millis(Instant from, Instant to) {
        return Long.toString(Math.max(0, Duration.between(from, to).toMillis()));
    }

    private void append(UUID id, Instant at, QueueEventKind kind, CallerStay stay, UUID agentId, Map<String, String> detail) {
        log.append(new QueueEvent(id, tenantId, at, kind, stay.queueId(), agentId, stay.visit(), stay.linkedId(), new TreeMap<>(detail)));
    }

    private UUID once(String what, CallerStay stay) {
        return UUID.nameUUIDFromBytes((what + " " + tenantId + " " + stay.visit()).getBytes(StandardCharsets.UTF_8));
    }
}
