package org.switchboard.telephony.callcentre;

import java.time.Instant;
import java.util.UUID;

/**
 * A stay in a queue that is not over, as it outlives this process (table {@code queue_stay}).
 *
 * @param tenantId   the company
 * @param stay       who waits, where, since when
 * @param channel    the caller's channel in Asterisk; null for a callback
 * @param callback   whether the caller hung up and is to be called back
 * @param agentId    the agent who talks with the caller; null while the caller waits
 * @param agentLeg   that agent's channel in Asterisk; null while the caller waits
 * @param answeredAt since when they talk; null while the caller waits
 */
public record OpenStay(UUID tenantId, CallerStay stay, String channel, boolean callback, UUID agentId, String agentLeg, Instant answeredAt) {

    /** Somebody who waits. */
    static OpenStay waiting(UUID tenantId, Stay stay) {
        return new OpenStay(tenantId, stay.who(), stay.channel(), stay.isCallback(), null, null, null);
    }

    /** Somebody who talks. */
    static OpenStay talking(UUID tenantId, Talk talk) {
        var stay = talk.stay();
        return new OpenStay(tenantId, stay.who(), stay.channel(), stay.isCallback(), talk.agentId(), talk.leg(), talk.since());
    }
}
