package org.switchboard.telephony.hours;

import java.time.Instant;

/**
 * The day/night switch, when it is not left to the timetable.
 *
 * @param open  true for switched open, false for switched closed
 * @param until when the timetable holds again; null for not before somebody switches back
 */
public record HoursSwitch(boolean open, Instant until) {

    /**
     * Whether the switch decides at a moment.
     *
     * @param at the moment
     * @return false from {@code until} on
     */
    public boolean holds(Instant at) {
        return until == null || at.isBefore(until);
    }
}
