package org.switchboard.web.extension;

import java.util.List;
import org.switchboard.telephony.device.Device;
import org.switchboard.telephony.extension.Extension;
import org.switchboard.web.live.PhoneState;

/**
 * An extension with what its phones are doing, as a list shows it.
 *
 * @param extension the extension
 * @param phones    its devices with their states, oldest first
 * @param state     the state that matters most; null when it has no device
 */
public record ExtensionRow(Extension extension, List<Phone> phones, PhoneState state) {

    /**
     * A device and what it is doing.
     *
     * @param device the device
     * @param state  its state
     */
    public record Phone(Device device, PhoneState state) {
    }
}
