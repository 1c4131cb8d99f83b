package org.switchboard.telephony.voicemail;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A voicemail box: an extension's own, or a shared one.
 *
 * @param id              its id, also its node's in the call flows
 * @param tenantId        the company
 * @param number          2 to 6 digits, unique among the company's boxes; an extension's box has the extension's
 * @param name            what it is called; an extension's name until somebody gives it another
 * @param extension       number of the extension whose box it is; null for a shared box
 * @param watchers        numbers of the other extensions that see its lamp and listen to it, in order
 * @param language        of its spoken words and mail, {@code en} or {@code ko}; null is the company's
 * @param hasPin          whether a PIN was set; without one it opens from its own phones and in the portal only
 * @param pinFromOwnPhone whether its own phones are asked for the PIN too
 * @param lockedUntil     until when no PIN is accepted, after wrong ones; null when it is not locked (may lie in the past)
 * @param email           where new messages are sent; null for nowhere
 * @param attachAudio     whether the mail carries the sound
 * @param deleteAfterMail whether a message is deleted once its mail has been handed over
 * @param maxMessages     when it is full
 * @param maxSeconds      longest message, in seconds
 * @param maxMinutes      when it is full, in minutes of all messages together
 * @param createdAt       when it was made
 */
public record VoicemailBox(UUID id, UUID tenantId, String number, String name, String extension, List<String> watchers, String language,
                           boolean hasPin, boolean pinFromOwnPhone, Instant lockedUntil, String email, boolean attachAudio,
                           boolean deleteAfterMail, int maxMessages, int maxSeconds, int maxMinutes, Instant createdAt) {

    /** Keeps an unchangeable copy of the watchers. */
    public VoicemailBox {
        watchers = List.copyOf(watchers);
    }

    /**
     * Whether it is no extension's own.
     *
     * @return true for a shared box
     */
    public boolean isShared() {
        return extension == null;
    }

    /**
     * Whether no PIN is accepted for now.
     *
     * @param now the time
     * @return true after too many wrong PINs
     */
    public boolean isLocked(Instant now) {
        return lockedUntil != null && lockedUntil.isAfter(now);
    }

    /**
     * Its settings as they can be edited.
     *
     * @return a draft with today's values
     */
    public VoicemailBoxDraft draft() {
        return new VoicemailBoxDraft(number, name, extension, watchers, language, pinFromOwnPhone, email, attachAudio, deleteAfterMail,
                maxMessages, maxSeconds, maxMinutes);
    }
}
