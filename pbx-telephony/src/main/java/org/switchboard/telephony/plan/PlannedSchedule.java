package org.switchboard.telephony.plan;

import java.util.UUID;
import org.switchboard.telephony.hours.OpeningHours;

/**
 * Opening hours as calls need them.
 *
 * @param id    the schedule's id, also that of its node
 * @param name  what people read
 * @param code  star code that switches it by day and night; null when it has none
 * @param hours when it is open
 */
public record PlannedSchedule(UUID id, String name, String code, OpeningHours hours) {
}
