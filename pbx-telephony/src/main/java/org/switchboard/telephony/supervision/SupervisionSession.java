package org.switchboard.telephony.supervision;

import java.time.Instant;
import java.util.UUID;

/**
 * A supervisor at a talk, from the moment in which he asks for it.
 *
 * @param id        its id in the record
 * @param talk      which talk
 * @param who       the supervisor
 * @param channelId of the supervisor's phone, in Asterisk
 * @param askedAt   when he asked for it
 * @param mode      what he does now; null while his phone still rings
 */
public record SupervisionSession(UUID id, SpiedTalk talk, Supervisor who, String channelId, Instant askedAt, SpyMode mode) {

    SupervisionSession in(SpyMode now) {
        return new SupervisionSession(id, talk, who, channelId, askedAt, now);
    }
}
