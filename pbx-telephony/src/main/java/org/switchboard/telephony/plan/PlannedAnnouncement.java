package org.switchboard.telephony.plan;

import java.util.UUID;

/**
 * An announcement as calls need it.
 *
 * @param id       its id, also that of its node
 * @param name     what people read
 * @param promptId what is played
 */
public record PlannedAnnouncement(UUID id, String name, UUID promptId) {
}
