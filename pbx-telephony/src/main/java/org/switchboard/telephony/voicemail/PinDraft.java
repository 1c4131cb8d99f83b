package org.switchboard.telephony.voicemail;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

/**
 * A PIN that an admin gives a box.
 *
 * @param pin 4 to 10 digits that are hard to guess ({@link PinRule})
 */
public record PinDraft(
        @NotNull(message = "{invalid.voicemail.pin}") @Pattern(regexp = "[0-9]{4,10}", message = "{invalid.voicemail.pin}") String pin) {

    /** Does not say the PIN. */
    @Override
    public String toString() {
        return "PinDraft[…]";
    }
}
