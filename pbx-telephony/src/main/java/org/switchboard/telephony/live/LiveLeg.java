package org.switchboard.telephony.live;

import java.time.Instant;

/**
 * One phone's part in a call that is on.
 *
 * @param channel     Asterisk's unique id of its channel
 * @param sipUsername the device's SIP user name, or the trunk's name
 * @param number      its extension's number, or the outside number; may be empty
 * @param name        its name; may be empty
 * @param state       what it is doing
 * @param startedAt   when it began
 */
public record LiveLeg(String channel, String sipUsername, String number, String name, LiveCallState state, Instant startedAt) {
}
