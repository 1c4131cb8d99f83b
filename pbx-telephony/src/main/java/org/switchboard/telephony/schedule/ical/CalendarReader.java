package org.switchboard.telephony.schedule.ical;

import java.io.IOException;
import java.io.StringReader;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.component.VEvent;
import org.switchboard.telephony.hours.SpecialDay;

/** Makes holidays of the events of an iCal file (RFC 5545): each day that an event touches is one. */
public final class CalendarReader {

    /** The largest file that is read, in bytes. */
    public static final int MAX_BYTES = 1024 * 1024;

    /** Most days that a calendar can bring. */
    public static final int MAX_DAYS = 2000;

    private static final int MAX_LENGTH = 366;

    /**
     * Reads a calendar.
     *
     * @param file  the file's bytes
     * @param zone  the zone whose days are meant, for events that have a time
     * @param from  the first day that matters
     * @param until the last day that matters; repeating events go as far as this
     * @return holidays in the order of their days; none twice, and none longer than 366 days
     * @throws CalendarProblem when it is too large, no calendar, or has an event that cannot be understood
     */
    public List<SpecialDay> read(byte[] file, ZoneId zone, LocalDate from, LocalDate until) throws CalendarProblem {
        if (file.length > MAX_BYTES) {
            throw new CalendarProblem("invalid.ical.size");
        }
        List<CalendarEvent> events = new ArrayList<>();
        CalendarBuilder builder = new CalendarBuilder();
        for (VEvent event : parsed(builder, CalendarText.of(file)).<VEvent>getComponents("VEVENT")) {
            events.add(CalendarEvent.of(event, builder.getRegistry(), zone));
        }
        Map<String, Set<LocalDate>> moved = moved(events);
        Set<SpecialDay> days = new LinkedHashSet<>();
        for (CalendarEvent event : events) {
            Predicate<LocalDate> elsewhere = date -> !event.isOneOfSeries() && moved.getOrDefault(event.uid(), Set.of()).contains(date);
            event.days(zone, from, until, elsewhere).forEach(day -> cut(day, days));
            if (days.size() > MAX_DAYS) {
                throw new CalendarProblem("invalid.ical.tooMany", Integer.toString(MAX_DAYS));
            }
        }
        return days.stream().sorted(Comparator.comparing(SpecialDay::first).thenComparing(SpecialDay::last)
                .thenComparing(SpecialDay::name)).toList();
    }

    /** The dates of a series that one event replaces (RECURRENCE-ID, RFC 5545 section 3.8.4.4). */
    private static Map<String, Set<LocalDate>> moved(List<CalendarEvent> events) {
        Map<String, Set<LocalDate>> moved = new HashMap<>();
        events.stream().filter(CalendarEvent::isOneOfSeries)
                .forEach(event -> moved.computeIfAbsent(event.uid(), _ -> new HashSet<>()).add(event.replaces()));
        return moved;
    }

    private static void cut(SpecialDay day, Set<SpecialDay> into) {
        for (LocalDate first = day.first(); !first.isAfter(day.last()); first = first.plusDays(MAX_LENGTH)) {
            LocalDate last = first.plusDays(MAX_LENGTH - 1L);
            into.add(new SpecialDay(day.name(), true, first, last.isAfter(day.last()) ? day.last() : last, null));
        }
    }

    private static Calendar parsed(CalendarBuilder builder, String text) throws CalendarProblem {
        try {
            return builder.build(new StringReader(text));
        } catch (ParserException wrong) {
            throw new CalendarProblem("invalid.ical.line", Integer.toString(wrong.getLineNo()));
        } catch (IOException | RuntimeException wrong) {
            // The parser throws what it likes on nonsense: the file is at fault, not the portal.
            throw new CalendarProblem("invalid.ical.broken");
        }
    }
}
