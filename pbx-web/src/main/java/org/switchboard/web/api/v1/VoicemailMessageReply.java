package org.switchboard.web.api.v1;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.UUID;
import org.switchboard.telephony.voicemail.VoicemailMail;
import org.switchboard.telephony.voicemail.VoicemailMessage;

/**
 * A voice message as the API shows it.
 *
 * @param id           its id, which stays when it is moved by phone
 * @param callerNumber the caller's number; empty when withheld
 * @param callerName   the caller's name; empty when there is none
 * @param receivedAt   when it was left
 * @param seconds      how long it is
 * @param heard        whether it has been heard
 * @param mail         what became of the mail about it
 */
@Schema(name = "VoicemailMessage")
record VoicemailMessageReply(UUID id, String callerNumber, String callerName, Instant receivedAt, int seconds, boolean heard, VoicemailMail mail) {

    static VoicemailMessageReply of(VoicemailMessage message) {
        return new VoicemailMessageReply(message.id(), message.callerNumber(), message.callerName(), message.receivedAt(), message.seconds(),
                message.heard(), message.mail());
    }
}
