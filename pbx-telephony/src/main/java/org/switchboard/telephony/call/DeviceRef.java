package org.switchboard.telephony.call;

import java.util.regex.Pattern;

/**
 * A device as Asterisk knows it: by its SIP user name, which is also the id of its endpoint.
 *
 * @param sipUsername sixteen lower-case letters and digits; nothing that a person typed, so it may stand in a dial string
 */
public record DeviceRef(String sipUsername) {

    private static final Pattern OPAQUE_ID = Pattern.compile("[a-z0-9]{16}");

    /**
     * Checks the alphabet.
     *
     * @throws IllegalArgumentException when it is anything but an opaque id
     */
    public DeviceRef {
        if (!OPAQUE_ID.matcher(sipUsername).matches()) {
            throw new IllegalArgumentException("not the SIP user name of a device");
        }
    }

    /**
     * Whether a text could be a device's SIP user name.
     *
     * @param text any text
     * @return true when the constructor would take it
     */
    public static boolean isDevice(String text) {
        return OPAQUE_ID.matcher(text).matches();
    }
}
