package org.switchboard.telephony.call;

import java.util.regex.Pattern;

/**
 * A trunk as Asterisk knows it: by the id of its endpoint.
 *
 * @param endpoint {@code trunk} and fifteen lower-case letters and digits; nothing that a person typed, so it may stand in a dial
 *                 string
 */
public record TrunkRef(String endpoint) {

    private static final Pattern OPAQUE_ID = Pattern.compile("trunk[a-z0-9]{15}");

    /**
     * Checks the alphabet.
     *
     * @throws IllegalArgumentException when it is anything but an opaque id
     */
    public TrunkRef {
        if (!isTrunk(endpoint)) {
            throw new IllegalArgumentException("not the endpoint of a trunk");
        }
    }

    /**
     * Whether a text could be the id of a trunk's endpoint.
     *
     * @param text any text
     * @return true when the constructor would take it
     */
    public static boolean isTrunk(String text) {
        return OPAQUE_ID.matcher(text).matches();
    }
}
