package org.switchboard.telephony.extension;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.switchboard.telephony.input.Text;

/**
 * What an admin wants an extension to be.
 *
 * @param number      2 to 6 digits, the first not 0; unique in the company
 * @param name        1 to 60 characters on one line
 * @param userId      a user of the same company; null for nobody
 * @param ringSeconds 5 to 120; null means {@value #DEFAULT_RING_SECONDS}
 * @param mayCall     null means {@link CallPermission#INTERNAL}
 */
public record ExtensionDraft(
        @NotNull(message = "{invalid.extension.number}") @Pattern(regexp = "[1-9][0-9]{1,5}", message = "{invalid.extension.number}") String number,
        @NotNull(message = "{invalid.extension.name}") @Size(min = 1, max = 60, message = "{invalid.extension.name}")
        @Pattern(regexp = Text.ONE_LINE, message = "{invalid.name.characters}") String name,
        UUID userId,
        @Min(value = 5, message = "{invalid.extension.ringSeconds}") @Max(value = 120, message = "{invalid.extension.ringSeconds}") Integer ringSeconds,
        CallPermission mayCall) {

    /** How long an extension rings when nobody says otherwise, in seconds: five rings. */
    public static final int DEFAULT_RING_SECONDS = 25;

    /** Takes blanks off both ends and fills in the defaults. */
    public ExtensionDraft {
        number = Text.stripped(number);
        name = Text.stripped(name);
        ringSeconds = ringSeconds == null ? DEFAULT_RING_SECONDS : ringSeconds;
        mayCall = mayCall == null ? CallPermission.INTERNAL : mayCall;
    }
}
