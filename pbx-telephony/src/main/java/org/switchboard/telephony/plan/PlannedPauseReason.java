package org.switchboard.telephony.plan;

import java.util.UUID;

/**
 * Why an agent can pause.
 *
 * @param id    the reason
 * @param name  what people read
 * @param digit what is dialled behind the star code for it, 1 to 9
 */
public record PlannedPauseReason(UUID id, String name, String digit) {
}
