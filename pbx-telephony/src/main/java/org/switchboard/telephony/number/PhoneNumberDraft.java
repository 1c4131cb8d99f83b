package org.switchboard.telephony.number;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.switchboard.telephony.destination.DestinationDraft;
import org.switchboard.telephony.input.Text;

/**
 * What an admin wants a number to be.
 *
 * @param number in national form of the company's country or in international form; it cannot be changed later
 * @param name   what it is for, up to 60 characters on one line; null is none
 * @param to     where it leads; null leads nowhere: callers hear that it is not in service
 */
public record PhoneNumberDraft(
        @NotNull(message = "{invalid.phoneNumber.missing}") String number,
        @Size(max = 60, message = "{invalid.phoneNumber.name}") @Pattern(regexp = Text.ONE_LINE, message = "{invalid.name.characters}") String name,
        DestinationDraft to) {

    /** Takes blanks off both ends and fills in the default. */
    public PhoneNumberDraft {
        number = Text.stripped(number);
        name = name == null ? "" : name.strip();
    }
}
