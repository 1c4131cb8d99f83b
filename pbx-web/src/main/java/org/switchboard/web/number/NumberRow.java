package org.switchboard.web.number;

import org.switchboard.telephony.destination.Destination;
import org.switchboard.telephony.number.PhoneNumber;

/**
 * A number as the list shows it.
 *
 * @param number the number
 * @param shown  as people write it
 * @param to     where it leads; null leads nowhere
 */
public record NumberRow(PhoneNumber number, String shown, Destination to) {
}
