package org.switchboard.telephony.schedule;

import java.util.UUID;
import org.switchboard.telephony.hours.SpecialDay;

/**
 * A holiday or an exception as it is stored.
 *
 * @param id       its id
 * @param fromFeed whether the feed brought it; such days come and go with the feed
 * @param day      the day
 */
public record ScheduleDay(UUID id, boolean fromFeed, SpecialDay day) {
}
