package org.switchboard.web.schedule;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.switchboard.telephony.hours.HoursState;
import org.switchboard.telephony.schedule.Schedule;

/** What opening hours say, as sentences in the viewer's language. */
@Component
public final class ScheduleWords {

    private final MessageSource messages;

    /**
     * Uses the message files.
     *
     * @param messages sentences by code
     */
    public ScheduleWords(MessageSource messages) {
        this.messages = messages;
    }

    /**
     * Which rule decided.
     *
     * @param state a state
     * @return a sentence without its full stop
     */
    public String rule(HoursState state) {
        return words(state.rule(), state.args().toArray());
    }

    /**
     * How it is now and until when: "Open until 18:00".
     *
     * @param schedule a schedule
     * @param now      the time
     * @return a sentence without its full stop
     */
    public String now(Schedule schedule, Instant now) {
        var hours = schedule.openingHours();
        HoursState state = hours.at(now);
        String holiday = state.rule().equals(HoursState.HOLIDAY) ? state.args().getFirst() : "";
        String key = "schedule.now." + state.status().value();
        return hours.nextOpenOrClose(now).map(until -> words(key + ".until", when(schedule, now, until), holiday))
                .orElseGet(() -> words(schedule.switched(now) ? key + ".switched" : key, "", holiday));
    }

    /**
     * A moment as near as one would say it.
     *
     * @param schedule whose clock
     * @param now      the time
     * @param moment   a moment
     * @return {@code 18:00} today, {@code tomorrow 09:00}, {@code Mon 09:00} within a week, otherwise with the date
     */
    public String when(Schedule schedule, Instant now, Instant moment) {
        ZonedDateTime local = moment.atZone(schedule.zone());
        LocalDate today = now.atZone(schedule.zone()).toLocalDate();
        long days = ChronoUnit.DAYS.between(today, local.toLocalDate());
        Locale locale = LocaleContextHolder.getLocale();
        String clock = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT).format(local);
        if (days == 0) {
            return clock;
        }
        if (days == 1) {
            return words("schedule.tomorrow", clock);
        }
        return days < 7 ? DateTimeFormatter.ofPattern("EEEE", locale).format(local) + " " + clock : date(local.toLocalDate()) + " " + clock;
    }

    /**
     * A date with its day of the week.
     *
     * @param date a date
     * @return for example {@code Fri, Dec 25, 2026}
     */
    public String date(LocalDate date) {
        Locale locale = LocaleContextHolder.getLocale();
        return words("schedule.date", DateTimeFormatter.ofPattern("EEE", locale).format(date),
                DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(locale).format(date));
    }

    /**
     * Why a feed was not read.
     *
     * @param feed a feed; null is none
     * @return a sentence; null when it was read, or there is none
     */
    public String problem(Schedule.Feed feed) {
        if (feed == null || feed.problem() == null) {
            return null;
        }
        String[] parts = feed.problem().split("\t");
        return words(parts[0], Arrays.copyOfRange(parts, 1, parts.length, Object[].class));
    }

    private String words(String key, Object... args) {
        return messages.getMessage(key, args, LocaleContextHolder.getLocale());
    }
}
