package org.switchboard.telephony.figures;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** How finely time is divided. */
public enum Grain {
    /** By the hours of the company's clock. */
    HOUR,
    /** By the days of the company's calendar. */
    DAY;

    /**
     * The word in the API.
     *
     * @return the name in lower case
     */
    @JsonValue
    public String value() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Where the hour or day of a moment begins.
     *
     * @param moment the moment
     * @param zone   the company's
     * @return its first moment
     */
    public Instant begin(Instant moment, ZoneId zone) {
        ZonedDateTime local = moment.atZone(zone);
        return switch (this) {
            case HOUR -> local.truncatedTo(ChronoUnit.HOURS).toInstant();
            case DAY -> local.toLocalDate().atStartOfDay(zone).toInstant();
        };
    }

    /**
     * Where the next one begins.
     *
     * @param begin the first moment of an hour or day
     * @param zone  the company's
     * @return the first moment after it
     */
    public Instant next(Instant begin, ZoneId zone) {
        return switch (this) {
            case HOUR -> begin(begin.atZone(zone).plusHours(1).toInstant(), zone);
            case DAY -> begin.atZone(zone).toLocalDate().plusDays(1).atStartOfDay(zone).toInstant();
        };
    }
}
