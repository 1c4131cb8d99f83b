package org.switchboard.telephony.call;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * What an outside number is shown of the caller.
 *
 * @param number    digits, with or without {@code +}; empty for none
 * @param name      may be empty; characters that the dialplan would interpret become spaces
 * @param anonymous whether number and name are to be kept from the called one (RFC 3323)
 */
public record ShownCaller(String number, String name, boolean anonymous) {

    private static final Pattern NUMBER = Pattern.compile("\\+?[0-9*#]{0,32}");
    private static final Pattern INTERPRETED = Pattern.compile("[,\"\\\\$<>|&\\p{Cntrl}]");

    /**
     * Checks the number and cleans the name.
     *
     * @throws IllegalArgumentException when the number is no number
     */
    public ShownCaller {
        if (!NUMBER.matcher(number).matches()) {
            throw new IllegalArgumentException("not a caller's number");
        }
        name = INTERPRETED.matcher(Objects.requireNonNullElse(name, "")).replaceAll(" ").strip();
    }

    /** As channel variables, which the channels that Dial makes inherit. */
    List<Map.Entry<String, String>> variables() {
        return List.of(Map.entry("__PBX_OUT_NUMBER", number), Map.entry("__PBX_OUT_NAME", name),
                Map.entry("__PBX_OUT_PRES", anonymous ? "prohib" : "allowed"));
    }
}
