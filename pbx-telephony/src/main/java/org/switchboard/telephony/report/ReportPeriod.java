package org.switchboard.telephony.report;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

/**
 * What one mail is about.
 *
 * @param from first day
 * @param to   the day after the last
 */
public record ReportPeriod(LocalDate from, LocalDate to) {

    /**
     * The period whose mail was to be sent last.
     *
     * @param every  how often
     * @param atTime when on the day after the period
     * @param zone   the company's clock
     * @param now    the time
     * @return the period
     */
    public static ReportPeriod lastDue(Every every, LocalTime atTime, ZoneId zone, Instant now) {
        LocalDate to = every.begin(LocalDate.ofInstant(now, zone));
        ReportPeriod newest = new ReportPeriod(every.before(to), to);
        return newest.dueAt(atTime, zone).isAfter(now) ? new ReportPeriod(every.before(newest.from()), newest.from()) : newest;
    }

    /**
     * When its mail is to be sent.
     *
     * @param atTime when on the day after the period; one that is skipped by the clock is later by as much (as {@link java.time.ZonedDateTime} has it)
     * @param zone   the company's clock
     * @return the moment
     */
    public Instant dueAt(LocalTime atTime, ZoneId zone) {
        return to.atTime(atTime).atZone(zone).toInstant();
    }

    /**
     * Its last day.
     *
     * @return the day
     */
    public LocalDate lastDay() {
        return to.minusDays(1);
    }
}
