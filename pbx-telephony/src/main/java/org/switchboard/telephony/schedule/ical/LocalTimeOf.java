package org.switchboard.telephony.schedule.ical;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.Temporal;

/**
 * A date or time of a calendar, as the clock on the wall of its own zone shows it.
 *
 * @param date the date
 * @param time the time; null for a whole day
 * @param zone where that clock hangs
 */
record LocalTimeOf(LocalDate date, LocalTime time, ZoneId zone) {

    /**
     * Reads what a calendar says.
     *
     * @param when     a date; a time that floats, in UTC, or in a zone (RFC 5545 section 3.3.5)
     * @param floating the zone in which times that float are meant
     * @return the same
     * @throws IllegalArgumentException when it is none of these
     */
    static LocalTimeOf of(Temporal when, ZoneId floating) {
        return switch (when) {
            case LocalDate date -> new LocalTimeOf(date, null, floating);
            case LocalDateTime local -> of(local, floating);
            case ZonedDateTime zoned -> of(zoned.toLocalDateTime(), zoned.getZone());
            case OffsetDateTime offset -> of(offset.toLocalDateTime(), offset.getOffset());
            case Instant instant -> of(instant.atOffset(ZoneOffset.UTC).toLocalDateTime(), ZoneOffset.UTC);
            case null, default -> throw new IllegalArgumentException("no date of a calendar: " + when);
        };
    }

    private static LocalTimeOf of(LocalDateTime local, ZoneId zone) {
        return new LocalTimeOf(local.toLocalDate(), local.toLocalTime(), zone);
    }

    boolean isDay() {
        return time == null;
    }

    ZonedDateTime zoned() {
        return date.atTime(time == null ? LocalTime.MIDNIGHT : time).atZone(zone);
    }
}
