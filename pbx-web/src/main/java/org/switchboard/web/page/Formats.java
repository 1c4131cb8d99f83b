package org.switchboard.web.page;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;

/**
 * Times and durations as the viewer reads them.
 *
 * @param zone   the company's clock
 * @param locale the viewer's language
 * @param now    the moment for which the page is drawn
 */
public record Formats(ZoneId zone, Locale locale, Instant now) {

    /**
     * A day and a time.
     *
     * @param moment when
     * @return for example {@code Nov 23, 2026, 2:05 PM}
     */
    public String dateTime(Instant moment) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT).withLocale(locale).format(moment.atZone(zone));
    }

    /**
     * A day with its name.
     *
     * @param moment when
     * @return for example {@code Monday, November 23, 2026}
     */
    public String day(Instant moment) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL).withLocale(locale).format(moment.atZone(zone));
    }

    /**
     * A time with seconds.
     *
     * @param moment when
     * @return for example {@code 2:05:09 PM}
     */
    public String time(Instant moment) {
        return DateTimeFormatter.ofLocalizedTime(FormatStyle.MEDIUM).withLocale(locale).format(moment.atZone(zone));
    }

    /**
     * A time with seconds, after its day unless that is today.
     *
     * @param moment when
     * @return for example {@code 2:05:09 PM} or {@code Nov 22, 2026, 2:05:09 PM}
     */
    public String moment(Instant moment) {
        boolean today = LocalDate.ofInstant(moment, zone).equals(LocalDate.ofInstant(now, zone));
        return today ? time(moment)
                : DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.MEDIUM).withLocale(locale).format(moment.atZone(zone));
    }

    /**
     * The exact time for machines and for hovering.
     *
     * @param moment when
     * @return ISO 8601 in UTC, to the millisecond
     */
    public String exact(Instant moment) {
        return DateTimeFormatter.ISO_INSTANT.format(moment);
    }

    /**
     * A time that spreadsheets read and sort.
     *
     * @param moment when; null is empty
     * @return for example {@code 2026-11-23 14:05:09}, by the company's clock
     */
    public String sortable(Instant moment) {
        return moment == null ? "" : DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT).format(moment.atZone(zone));
    }

    /**
     * How long something took.
     *
     * @param from its begin
     * @param to   its end
     * @return minutes and seconds ({@code 4:05}), with hours where there are any ({@code 1:04:05})
     */
    public String duration(Instant from, Instant to) {
        Duration length = Duration.between(from, to);
        long seconds = Math.max(0, length.toSeconds());
        return seconds < 3600
                ? "%d:%02d".formatted(seconds / 60, seconds % 60)
                : "%d:%02d:%02d".formatted(seconds / 3600, seconds / 60 % 60, seconds % 60);
    }

    /**
     * How long after another moment something happened.
     *
     * @param from the other moment
     * @param to   when it happened
     * @return seconds with one digit after the point ({@code +3.2 s})
     */
    public String after(Instant from, Instant to) {
        return "+%.1f s".formatted(Math.max(0, Duration.between(from, to).toMillis()) / 1000.0);
    }

    /**
     * The first moment of the viewer's day.
     *
     * @return midnight by the company's clock
     */
    public Instant today() {
        return LocalDate.ofInstant(now, zone).atStartOfDay(zone).toInstant();
    }
}
