package org.switchboard.telephony.simulation;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.util.Collections;
import java.util.List;

/**
 * Callers who were never there, for a what-if of the call centre.
 *
 * @param callsPerHour    how many come on average: one number for every hour of the day, or 24, each 0 to 2000
 * @param talkSeconds     1 to 7200: the mean length of a talk; null means 180
 * @param patienceSeconds 1 to 86400: how long callers wait on average before they hang up; null for as long as it takes
 */
public record WhatIfTrafficDraft(
        @NotNull(message = "{invalid.whatIf.callsPerHour}") List<Double> callsPerHour,
        @Min(value = 1, message = "{invalid.whatIf.talkSeconds}") @Max(value = 7_200, message = "{invalid.whatIf.talkSeconds}") Integer talkSeconds,
        @Min(value = 1, message = "{invalid.whatIf.patienceSeconds}") @Max(value = 86_400, message = "{invalid.whatIf.patienceSeconds}")
        Integer patienceSeconds) {

    /** Most callers in an hour. */
    public static final int MOST_PER_HOUR = 2_000;

    /** Fills in the defaults. */
    public WhatIfTrafficDraft {
        // May have nulls in it, which are refused by the field's name.
        callsPerHour = callsPerHour == null ? null : Collections.unmodifiableList(callsPerHour);
        talkSeconds = talkSeconds == null ? 180 : talkSeconds;
    }

    /** Whether the rates are what they may be. */
    boolean hasRates() {
        return (callsPerHour.size() == 1 || callsPerHour.size() == 24)
                && callsPerHour.stream().allMatch(rate -> rate != null && rate >= 0 && rate <= MOST_PER_HOUR);
    }

    /** One for each hour of the day. */
    List<Double> rates() {
        return callsPerHour.size() == 1 ? Collections.nCopies(24, callsPerHour.getFirst()) : callsPerHour;
    }
}
