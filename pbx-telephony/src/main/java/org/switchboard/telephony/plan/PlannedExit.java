package org.switchboard.telephony.plan;

import java.util.UUID;
import org.switchboard.telephony.destination.DestinationKind;

/**
 * Where a way out leads.
 *
 * @param kind   what it leads to
 * @param nodeId id of the thing; null for a number outside and for the end of the call
 * @param value  the E.164 number outside, or the word of a {@link org.switchboard.telephony.destination.HangupKind}; null for a thing
 */
public record PlannedExit(DestinationKind kind, UUID nodeId, String value) {
}
