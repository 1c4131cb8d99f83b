package org.switchboard.telephony.call;

import java.time.Duration;
import java.util.regex.Pattern;

/**
 * What is recorded and until when; the key # always ends it.
 *
 * @param name     path below Asterisk's recording directory, without the ending: lower-case letters, digits, {@code - _ /}
 * @param format   Asterisk's name of the file format, which is also the ending
 * @param atMost   longest recording, in whole seconds
 * @param silence  ends it after so long without sound, in whole seconds; zero for never
 * @param beep     whether a beep comes first
 */
public record RecordRules(String name, String format, Duration atMost, Duration silence, boolean beep) {

    private static final Pattern NAME = Pattern.compile("[a-z0-9_-]+(/[a-z0-9_-]+)*");
    private static final Pattern FORMAT = Pattern.compile("[a-z0-9]{1,10}");

    /**
     * Checks the alphabet of the name, which becomes a path.
     *
     * @throws IllegalArgumentException when it holds anything else
     */
    public RecordRules {
        if (!NAME.matcher(name).matches() || !FORMAT.matcher(format).matches()) {
            throw new IllegalArgumentException("not a recording's name");
        }
    }
}
