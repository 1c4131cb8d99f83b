package org.switchboard.telephony.schedule;

import java.util.Optional;
import java.util.regex.Pattern;

/** Times of day as people write them, from 00:00 to 24:00. */
final class Clocks {

    private static final Pattern CLOCK = Pattern.compile("([01]?[0-9]|2[0-4]):([0-5][0-9])");
    private static final int END_OF_DAY = 1440;

    private Clocks() {
    }

    /**
     * Reads a time of day.
     *
     * @param typed what was typed; null is none
     * @return minutes since midnight, 0 to 1440; empty when it is no time of day
     */
    static Optional<Integer> minutes(String typed) {
        if (typed == null) {
            return Optional.empty();
        }
        var clock = CLOCK.matcher(typed.strip());
        if (!clock.matches()) {
            return Optional.empty();
        }
        int minutes = Integer.parseInt(clock.group(1)) * 60 + Integer.parseInt(clock.group(2));
        return minutes > END_OF_DAY ? Optional.empty() : Optional.of(minutes);
    }
}
