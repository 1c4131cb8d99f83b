package org.switchboard.web.api.v1;

import jakarta.validation.constraints.NotNull;
import org.switchboard.telephony.destination.DestinationDraft;

/**
 * Many numbers at once.
 *
 * @param numbers numbers and ranges, between commas or on lines of their own
 * @param to      where all of them lead; null leads nowhere
 */
record NumbersDraft(@NotNull(message = "{invalid.phoneNumber.missing}") String numbers, DestinationDraft to) {
}
