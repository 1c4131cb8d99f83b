package org.switchboard.telephony.schedule;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;

/**
 * How somebody wants the day/night switch.
 *
 * @param override        its position
 * @param until           when the timetable holds again; null for not before somebody switches back
 * @param untilNextChange true to end it when the timetable itself opens or closes next; {@code until} must be null then;
 *                        null means false
 */
public record SwitchDraft(@NotNull(message = "{invalid.schedule.override}") SwitchPosition override, Instant until, Boolean untilNextChange) {

    /** Fills in the defaults. */
    public SwitchDraft {
        untilNextChange = untilNextChange != null && untilNextChange;
    }
}
