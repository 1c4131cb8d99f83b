package org.switchboard.telephony.device;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.switchboard.telephony.input.Text;

/**
 * What an admin wants a device to be.
 *
 * @param name       1 to 60 characters on one line, unique in its extension
 * @param kind       null means {@link DeviceKind#PHONE}
 * @param encryption null means {@link DeviceEncryption#OFF}
 */
public record DeviceDraft(
        @NotNull(message = "{invalid.device.name}") @Size(min = 1, max = 60, message = "{invalid.device.name}")
        @Pattern(regexp = Text.ONE_LINE, message = "{invalid.name.characters}") String name,
        DeviceKind kind,
        DeviceEncryption encryption) {

    /** Takes blanks off both ends and fills in the defaults. */
    public DeviceDraft {
        name = Text.stripped(name);
        kind = kind == null ? DeviceKind.PHONE : kind;
        encryption = encryption == null ? DeviceEncryption.OFF : encryption;
    }
}
