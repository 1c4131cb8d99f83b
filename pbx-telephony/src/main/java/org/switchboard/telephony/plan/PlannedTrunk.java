package org.switchboard.telephony.plan;

import java.util.UUID;
import org.switchboard.telephony.number.DialForm;

/**
 * A trunk as calls need it.
 *
 * @param id           its id
 * @param name         what people read
 * @param endpointId   Asterisk's name for it: {@code trunk} and 15 letters and digits, so it may stand in a dial string
 * @param enabled      whether calls may use it
 * @param numberFormat how its provider wants numbers written
 * @param callerId     the E.164 number shown over it; null for none of its own
 * @param callLimit    most calls at once; null for no limit
 */
public record PlannedTrunk(UUID id, String name, String endpointId, boolean enabled, DialForm numberFormat, String callerId,
                           Integer callLimit) {
}
