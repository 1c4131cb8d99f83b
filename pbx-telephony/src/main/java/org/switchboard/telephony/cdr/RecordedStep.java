package org.switchboard.telephony.cdr;

import java.time.Instant;

/**
 * A step of the engine as a call's record keeps it; see {@link org.switchboard.telephony.call.Step} for what the values mean.
 *
 * @param at      when it was taken
 * @param kind    kind of step, a key
 * @param name    what it was about; may be empty
 * @param rule    which rule led here, a key; may be empty
 * @param reason  why, a key; may be empty
 * @param outcome how it ended, a key; may be empty
 */
public record RecordedStep(Instant at, String kind, String name, String rule, String reason, String outcome) {
}
