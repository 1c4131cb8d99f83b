package org.switchboard.telephony.schedule.ical;

import java.time.Duration;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.Temporal;
import java.time.temporal.TemporalAmount;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.TimeZoneRegistry;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.DateListProperty;
import net.fortuna.ical4j.model.property.DateProperty;
import org.switchboard.telephony.hours.SpecialDay;

/**
 * What matters of one event (RFC 5545 section 3.6.1).
 *
 * @param uid       what the event and changes of its single days have in common; may be empty
 * @param name      what the day will be called
 * @param cancelled whether it does not take place
 * @param start     when it begins first
 * @param length    how long it lasts: days for a whole-day event, otherwise a duration
 * @param repeats   how it repeats; null when it does not
 * @param also      dates on which it begins besides, by its own clock
 * @param without   dates on which it does not begin
 * @param replaces  the date of a series in whose place this event stands; null when it does not
 */
record CalendarEvent(String uid, String name, boolean cancelled, LocalTimeOf start, TemporalAmount length, Repetition repeats,
                     Set<LocalDate> also, Set<LocalDate> without, LocalDate replaces) {

    private static final int MAX_NAME = 100;

    /**
     * Reads an event.
     *
     * @param event what the parser found
     * @param zones the zones that are known, by the names that the calendar gives them
     * @param zone  for times that float, or stand in a zone that nobody knows
     * @return the event
     * @throws CalendarProblem naming the event when it cannot be understood
     */
    static CalendarEvent of(VEvent event, TimeZoneRegistry zones, ZoneId zone) throws CalendarProblem {
        String name = name(event);
        try {
            LocalTimeOf start = date(event, "DTSTART", zones, zone).orElseThrow(() -> new CalendarProblem("invalid.ical.event", name));
            Optional<String> rule = event.<Property>getProperty("RRULE").map(Property::getValue);
            return new CalendarEvent(text(event, "UID"), name, text(event, "STATUS").equalsIgnoreCase("CANCELLED"), start,
                    length(event, start, zones, zone), rule.isEmpty() ? null : Repetition.of(rule.get(), start), dates(event, "RDATE", start),
                    dates(event, "EXDATE", start), date(event, "RECURRENCE-ID", zones, zone).map(at -> onClockOf(start, at)).orElse(null));
        } catch (RuntimeException wrong) {
            // Dates, rules and zones that are none come as whatever their parser throws; the file is at fault.
            throw new CalendarProblem("invalid.ical.event", name);
        }
    }

    /** Whether it stands in the place of one day of a series. */
    boolean isOneOfSeries() {
        return replaces != null;
    }

    /**
     * The days that it touches.
     *
     * @param zone      whose days
     * @param from      the first day that matters
     * @param until     the last day that matters
     * @param elsewhere tells for a date whether another event stands in its place
     * @return a stretch of days for each time that it takes place
     * @throws CalendarProblem when its rule cannot be followed
     */
    Stream<SpecialDay> days(ZoneId zone, LocalDate from, LocalDate until, Predicate<LocalDate> elsewhere) throws CalendarProblem {
        if (cancelled) {
            return Stream.empty();
        }
        Set<LocalDate> dates = new TreeSet<>(also);
        dates.add(start.date());
        if (repeats != null) {
            try {
                // Begun earlier, it may still last; a day more, because its clock may be elsewhere.
                long lasting = Math.min(366, ChronoUnit.DAYS.between(start.zoned(), start.zoned().plus(length)));
                LocalDate early = from.minusDays(lasting + 2);
                dates.addAll(repeats.dates(start, early, until.plusDays(1), CalendarReader.MAX_DAYS + 1));
            } catch (RuntimeException wrong) {
                throw new CalendarProblem("invalid.ical.event", name);
            }
        }
        dates.removeAll(without);
        return dates.stream().filter(elsewhere.negate()).map(date -> day(date, zone))
                .filter(day -> !day.last().isBefore(from) && !day.first().isAfter(until))
                .map(day -> new SpecialDay(name, true, day.first().isBefore(from) ? from : day.first(),
                        day.last().isAfter(until) ? until : day.last(), null));
    }

    private SpecialDay day(LocalDate date, ZoneId zone) {
        if (start.isDay()) {
            LocalDate last = date.plus(length).minusDays(1);
            return new SpecialDay(name, true, date, last.isBefore(date) ? date : last, null);
        }
        ZonedDateTime begin = date.atTime(start.time()).atZone(start.zone());
        LocalDate first = begin.withZoneSameInstant(zone).toLocalDate();
        // What ends at midnight does not touch the day that begins then.
        LocalDate last = begin.plus(length).minusNanos(1).withZoneSameInstant(zone).toLocalDate();
        return new SpecialDay(name, true, first, last.isBefore(first) ? first : last, null);
    }

    private static TemporalAmount length(VEvent event, LocalTimeOf start, TimeZoneRegistry zones, ZoneId zone) throws CalendarProblem {
        Optional<LocalTimeOf> end = date(event, "DTEND", zones, zone);
        if (end.isPresent()) {
            return start.isDay() ? Period.ofDays((int) Math.max(1, start.date().until(end.get().date(), ChronoUnit.DAYS)))
                    : Duration.between(start.zoned(), end.get().zoned());
        }
        TemporalAmount given = event.<net.fortuna.ical4j.model.property.Duration>getProperty("DURATION")
                .map(net.fortuna.ical4j.model.property.Duration::getDuration).orElse(null);
        if (!start.isDay()) {
            return given == null ? Duration.ZERO : given;
        }
        return given instanceof Period days ? days : Period.ofDays(given == null ? 1 : (int) Math.max(1, Duration.from(given).toDays()));
    }

    private static Optional<LocalTimeOf> date(VEvent event, String property, TimeZoneRegistry zones, ZoneId zone) {
        return event.<DateProperty<Temporal>>getProperty(property).map(found -> {
            LocalTimeOf at = LocalTimeOf.of(found.getDate(), zone);
            boolean unknown = found.getParameter("TZID").filter(id -> zones.getTimeZone(id.getValue()) == null).isPresent();
            return unknown ? new LocalTimeOf(at.date(), at.time(), zone) : at;
        });
    }

    private static Set<LocalDate> dates(VEvent event, String property, LocalTimeOf start) {
        return event.<DateListProperty<Temporal>>getProperties(property).stream().flatMap(found -> found.getDates().stream())
                .map(date -> onClockOf(start, LocalTimeOf.of(date, start.zone()))).collect(Collectors.toSet());
    }

    /** The date that the event's own clock shows then. */
    private static LocalDate onClockOf(LocalTimeOf start, LocalTimeOf at) {
        return at.isDay() || start.isDay() ? at.date() : at.zoned().withZoneSameInstant(start.zone()).toLocalDate();
    }

    private static String name(VEvent event) {
        String summary = text(event, "SUMMARY").replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ").strip();
        return summary.isEmpty() ? "–" : summary.length() > MAX_NAME ? summary.substring(0, summary.offsetByCodePoints(0,
                Math.min(MAX_NAME, summary.codePointCount(0, summary.length())))) : summary;
    }

    private static String text(VEvent event, String property) {
        return event.<Property>getProperty(property).map(Property::getValue).map(String::strip).orElse("");
    }
}
