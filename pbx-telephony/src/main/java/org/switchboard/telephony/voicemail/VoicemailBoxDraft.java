package org.switchboard.telephony.voicemail;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Locale;
import org.switchboard.telephony.input.Text;

/**
 * What an admin wants a voicemail box to be.
 *
 * @param number          2 to 6 digits, the first not 0; unique among the company's boxes. An extension's box has the extension's
 *                        number whatever is said here; null is a free one for a new shared box, and today's for one that there is
 * @param name            1 to 60 characters on one line; null is the extension's name, or the number of a shared box
 * @param extension       number of the extension whose box it shall be; null for a shared box
 * @param watchers        numbers of extensions that see its lamp and listen to it, at most {@value #MOST_WATCHERS}; null for none
 * @param language        {@code en} or {@code ko}; null is the company's
 * @param pinFromOwnPhone whether its own phones are asked for the PIN too; null means no
 * @param email           where new messages are sent; null for nowhere
 * @param attachAudio     whether the mail carries the sound; null means yes
 * @param deleteAfterMail whether a message is deleted once its mail has been handed over; needs an address and the sound; null means no
 * @param maxMessages     when it is full, 1 to 1000; null means {@value #DEFAULT_MESSAGES}
 * @param maxSeconds      longest message, 10 to 600 seconds; null means {@value #DEFAULT_SECONDS}
 * @param maxMinutes      when it is full, 1 to 1200 minutes of all messages together; null means {@value #DEFAULT_MINUTES}
 */
public record VoicemailBoxDraft(
        @Pattern(regexp = "[1-9][0-9]{1,5}", message = "{invalid.voicemail.number}") String number,
        @Size(min = 1, max = 60, message = "{invalid.voicemail.name}")
        @Pattern(regexp = Text.ONE_LINE, message = "{invalid.name.characters}") String name,
        @Pattern(regexp = "[1-9][0-9]{1,5}", message = "{invalid.voicemail.extension}") String extension,
        @Size(max = VoicemailBoxDraft.MOST_WATCHERS, message = "{invalid.voicemail.watchers}") List<String> watchers,
        @Pattern(regexp = "en|ko", message = "{invalid.language}") String language,
        Boolean pinFromOwnPhone,
        @Size(max = 254, message = "{invalid.user.email}")
        @Pattern(regexp = "[^@\\s\\p{Cntrl}]+@[^@\\s\\p{Cntrl}]+", message = "{invalid.user.email}") String email,
        Boolean attachAudio,
        Boolean deleteAfterMail,
        @Min(value = 1, message = "{invalid.voicemail.maxMessages}") @Max(value = 1000, message = "{invalid.voicemail.maxMessages}")
        Integer maxMessages,
        @Min(value = 10, message = "{invalid.voicemail.maxSeconds}") @Max(value = 600, message = "{invalid.voicemail.maxSeconds}")
        Integer maxSeconds,
        @Min(value = 1, message = "{invalid.voicemail.maxMinutes}") @Max(value = 1200, message = "{invalid.voicemail.maxMinutes}")
        Integer maxMinutes) {

    /** Most extensions that can watch one box. */
    public static final int MOST_WATCHERS = 50;

    /** Messages of a box when nobody says otherwise. */
    public static final int DEFAULT_MESSAGES = 100;

    /** Length of a message when nobody says otherwise, in seconds. */
    public static final int DEFAULT_SECONDS = 180;

    /** Length of all messages when nobody says otherwise, in minutes. */
    public static final int DEFAULT_MINUTES = 120;

    /** Takes blanks off both ends and fills in the defaults. */
    public VoicemailBoxDraft {
        number = Text.stripped(number);
        name = Text.stripped(name);
        extension = Text.stripped(extension);
        watchers = watchers == null ? List.of() : watchers.stream().distinct().toList();
        pinFromOwnPhone = pinFromOwnPhone != null && pinFromOwnPhone;
        email = email == null ? null : email.strip().toLowerCase(Locale.ROOT);
        attachAudio = attachAudio == null || attachAudio;
        deleteAfterMail = deleteAfterMail != null && deleteAfterMail;
        maxMessages = maxMessages == null ? DEFAULT_MESSAGES : maxMessages;
        maxSeconds = maxSeconds == null ? DEFAULT_SECONDS : maxSeconds;
        maxMinutes = maxMinutes == null ? DEFAULT_MINUTES : maxMinutes;
    }

    /** Where a message is deleted after its mail, the mail must have it. */
    @AssertTrue(message = "{invalid.voicemail.deleteAfterMail}")
    private boolean isKeptSomewhere() {
        return !deleteAfterMail || email != null && attachAudio;
    }

    /**
     * The box of an extension with everything as usual.
     *
     * @param extension the extension's number
     * @return a draft
     */
    public static VoicemailBoxDraft of(String extension) {
        return new VoicemailBoxDraft(null, null, extension, null, null, null, null, null, null, null, null, null);
    }

    /**
     * A shared box with everything as usual.
     *
     * @param number its number
     * @param name   its name
     * @return a draft
     */
    public static VoicemailBoxDraft shared(String number, String name) {
        return new VoicemailBoxDraft(number, name, null, null, null, null, null, null, null, null, null, null);
    }
}
