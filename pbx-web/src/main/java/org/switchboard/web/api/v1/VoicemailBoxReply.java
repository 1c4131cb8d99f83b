package org.switchboard.web.api.v1;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.switchboard.telephony.voicemail.VoicemailBox;
import org.switchboard.telephony.voicemail.VoicemailUse;

/**
 * A voicemail box as the API shows it.
 *
 * @param id              its id
 * @param number          its number
 * @param name            what it is called
 * @param extension       number of the extension whose box it is; null for a shared box
 * @param watchers        numbers of the other extensions that see its lamp
 * @param language        of its spoken words and mail; null is the company's
 * @param hasPin          whether a PIN was set
 * @param pinFromOwnPhone whether its own phones are asked for the PIN too
 * @param lockedUntil     until when no PIN is accepted; null when none was locked out
 * @param email           where new messages are sent; null for nowhere
 * @param attachAudio     whether the mail carries the sound
 * @param deleteAfterMail whether a message is deleted after its mail
 * @param maxMessages     when it is full
 * @param maxSeconds      longest message
 * @param maxMinutes      when it is full, in minutes of all messages together
 * @param newMessages     how many have not been heard
 * @param messages        how many there are
 * @param seconds         how long they are together
 * @param full            whether callers are told that it is full
 * @param createdAt       when it was made
 */
@Schema(name = "VoicemailBox")
record VoicemailBoxReply(UUID id, String number, String name, @Schema(types = {"string", "null"}) String extension, List<String> watchers,
                         @Schema(types = {"string", "null"}) String language, boolean hasPin, boolean pinFromOwnPhone,
                         @Schema(types = {"string", "null"}, format = "date-time") Instant lockedUntil,
                         @Schema(types = {"string", "null"}) String email, boolean attachAudio, boolean deleteAfterMail, int maxMessages,
                         int maxSeconds, int maxMinutes, int newMessages, int messages, int seconds, boolean full, Instant createdAt) {

    static VoicemailBoxReply of(VoicemailBox box, VoicemailUse use) {
        return new VoicemailBoxReply(box.id(), box.number(), box.name(), box.extension(), box.watchers(), box.language(), box.hasPin(),
                box.pinFromOwnPhone(), box.lockedUntil(), box.email(), box.attachAudio(), box.deleteAfterMail(), box.maxMessages(), box.maxSeconds(),
                box.maxMinutes(), use.fresh(), use.messages(), use.seconds(), use.fills(box), box.createdAt());
    }
}
