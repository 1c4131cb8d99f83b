package org.switchboard.telephony.cdr;

import java.time.Instant;

/**
 * One moment of a leg's timeline.
 *
 * @param at     when
 * @param kind   what happened
 * @param detail with whom or where to, for people; may be empty
 */
public record LegEvent(Instant at, LegEventKind kind, String detail) {
}
