package org.switchboard.telephony.voicemail;

import java.time.Instant;
import java.util.UUID;

/**
 * A message that a caller left, without its sound.
 *
 * @param id           its id, which stays when it is moved by phone
 * @param boxId        the box
 * @param callerNumber the caller's number; empty when withheld
 * @param callerName   the caller's name, on one line; empty when there is none
 * @param receivedAt   when it was left
 * @param seconds      how long it is
 * @param heard        whether somebody has listened to it or marked it so
 * @param mail         what became of its mail
 */
public record VoicemailMessage(UUID id, UUID boxId, String callerNumber, String callerName, Instant receivedAt, int seconds, boolean heard,
                               VoicemailMail mail) {
}
