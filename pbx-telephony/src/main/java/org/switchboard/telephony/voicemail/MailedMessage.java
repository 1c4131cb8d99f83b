package org.switchboard.telephony.voicemail;

import java.time.Instant;
import java.util.UUID;

/**
 * A message with all that a mail about it says.
 *
 * @param id              the message
 * @param tenantId        the company
 * @param boxId           the box
 * @param boxNumber       its number
 * @param boxName         its name
 * @param email           where the mail goes
 * @param language        {@code en} or {@code ko}
 * @param timeZone        the company's clock (IANA)
 * @param callerNumber    the caller's number; empty when withheld
 * @param callerName      the caller's name on one line; empty when there is none
 * @param receivedAt      when the message was left
 * @param seconds         how long it is
 * @param audio           the sound as a WAV file; null when the mail carries none
 * @param deleteAfterwards whether the message is deleted once the mail has been handed over
 * @param attempts        how often the mail was tried, this time included
 */
public record MailedMessage(UUID id, UUID tenantId, UUID boxId, String boxNumber, String boxName, String email, String language, String timeZone,
                            String callerNumber, String callerName, Instant receivedAt, int seconds, byte[] audio, boolean deleteAfterwards,
                            int attempts) {
}
