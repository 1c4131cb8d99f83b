package org.switchboard.telephony.schedule.ical;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import net.fortuna.ical4j.model.Recur;
import net.fortuna.ical4j.transform.recurrence.Frequency;

/**
 * How an event repeats (RRULE, RFC 5545 section 3.3.10), by days: holidays have no need of hours. Its end is kept apart from
 * its rule, because it is a date or a time in UTC, whatever the event's own time is.
 *
 * @param rule  the rule without its end
 * @param until the last moment at which it can begin, by the event's own clock; null for no end
 */
record Repetition(Recur<LocalDate> rule, LocalDateTime until) {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss", Locale.ROOT);

    /**
     * Reads a rule.
     *
     * @param text  what stands after {@code RRULE:}
     * @param start when the event begins first
     * @return the rule
     * @throws CalendarProblem when it repeats more often than daily
     * @throws RuntimeException when it is no rule
     */
    static Repetition of(String text, LocalTimeOf start) throws CalendarProblem {
        List<String> parts = List.of(text.strip().toUpperCase(Locale.ROOT).split(";"));
        var rule = new Recur<LocalDate>(parts.stream().filter(part -> !part.startsWith("UNTIL=")).collect(Collectors.joining(";")));
        if (Arrays.asList(Frequency.SECONDLY, Frequency.MINUTELY, Frequency.HOURLY).contains(rule.getFrequency())) {
            throw new CalendarProblem("invalid.ical.frequency");
        }
        LocalDateTime until = parts.stream().filter(part -> part.startsWith("UNTIL=")).findFirst()
                .map(part -> end(part.substring("UNTIL=".length()), start)).orElse(null);
        return new Repetition(rule, until);
    }

    /**
     * The dates on which the event begins.
     *
     * @param start when it begins first
     * @param from  the first day that matters
     * @param last  the last day that matters
     * @param most  when there are more, the rest is left out
     * @return dates by the event's own clock
     */
    List<LocalDate> dates(LocalTimeOf start, LocalDate from, LocalDate last, int most) {
        return rule.getDates(start.date(), from, last.plusDays(1), most).stream()
                .filter(date -> until == null || !date.atTime(start.time() == null ? LocalTime.MIDNIGHT : start.time()).isAfter(until))
                .toList();
    }

    private static LocalDateTime end(String text, LocalTimeOf start) {
        if (text.length() == 8) {
            return LocalDate.parse(text, DateTimeFormatter.BASIC_ISO_DATE).atTime(LocalTime.MAX);
        }
        return text.endsWith("Z")
                ? LocalDateTime.parse(text.substring(0, text.length() - 1), MOMENT).atOffset(ZoneOffset.UTC)
                        .atZoneSameInstant(start.zone()).toLocalDateTime()
                : LocalDateTime.parse(text, MOMENT);
    }
}
