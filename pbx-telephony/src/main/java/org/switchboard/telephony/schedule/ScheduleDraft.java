package org.switchboard.telephony.schedule;

import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.switchboard.telephony.destination.DestinationDraft;
import org.switchboard.telephony.input.Text;

/**
 * What an admin wants opening hours to be.
 *
 * @param name     1 to 60 characters on one line, unique in the company
 * @param timeZone IANA zone; null means UTC
 * @param hours    the weekly hours in any order; null means none: always closed
 * @param days     holidays and exceptions, without those of the feed; null means none
 * @param code     what extensions dial to switch between day and night: a star and 2 to 5 digits; null for none
 * @param feedUrl  where holidays are read from daily, an https address of an iCal file; null for none
 * @param open     where calls go while open; null for nowhere
 * @param closed   where calls go while closed; null for nowhere
 * @param holiday  where calls go on holidays; null for where they go while closed
 */
public record ScheduleDraft(
        @NotNull(message = "{invalid.schedule.name}") @Size(min = 1, max = 60, message = "{invalid.schedule.name}")
        @Pattern(regexp = Text.ONE_LINE, message = "{invalid.name.characters}") String name,
        String timeZone,
        @Size(max = MAX_HOURS, message = "{invalid.schedule.hours}") List<@NotNull(message = "{invalid.schedule.weekday}") @Valid HoursDraft> hours,
        @Size(max = MAX_DAYS, message = "{invalid.schedule.days}") List<@NotNull(message = "{invalid.schedule.date}") @Valid DayDraft> days,
        @Pattern(regexp = "\\*[0-9]{2,5}", message = "{invalid.schedule.code}") String code,
        @Size(max = 500, message = "{invalid.schedule.feedUrl}") String feedUrl,
        DestinationDraft open, DestinationDraft closed, DestinationDraft holiday) {

    /** Most rows of weekly hours: ten a day. */
    public static final int MAX_HOURS = 70;

    /** Most holidays and exceptions. */
    public static final int MAX_DAYS = 1000;

    /** Takes blanks off both ends and fills in the defaults. */
    public ScheduleDraft {
        name = Text.stripped(name);
        timeZone = timeZone == null ? "UTC" : timeZone.strip();
        hours = hours == null ? List.of() : Collections.unmodifiableList(new ArrayList<>(hours));
        days = days == null ? List.of() : Collections.unmodifiableList(new ArrayList<>(days));
        code = Text.stripped(code);
        feedUrl = Text.stripped(feedUrl);
    }

    /**
     * New opening hours with everything else left to later.
     *
     * @param name     their name
     * @param timeZone their zone
     * @param hours    the weekly hours
     * @return a draft
     */
    public static ScheduleDraft of(String name, String timeZone, List<HoursDraft> hours) {
        return new ScheduleDraft(name, timeZone, hours, null, null, null, null, null, null);
    }

    /**
     * The same with another name, zone and code.
     *
     * @param newName the name
     * @param newZone the zone
     * @param newCode the code
     * @return a draft
     */
    public ScheduleDraft withIdentity(String newName, String newZone, String newCode) {
        return new ScheduleDraft(newName, newZone, hours, days, newCode, feedUrl, open, closed, holiday);
    }

    /**
     * The same with other weekly hours.
     *
     * @param newHours the weekly hours
     * @return a draft
     */
    public ScheduleDraft withHours(List<HoursDraft> newHours) {
        return new ScheduleDraft(name, timeZone, newHours, days, code, feedUrl, open, closed, holiday);
    }

    /**
     * The same with other holidays and exceptions.
     *
     * @param newDays the days
     * @return a draft
     */
    public ScheduleDraft withDays(List<DayDraft> newDays) {
        return new ScheduleDraft(name, timeZone, hours, newDays, code, feedUrl, open, closed, holiday);
    }

    /**
     * The same with another feed.
     *
     * @param newUrl its address; null for none
     * @return a draft
     */
    public ScheduleDraft withFeed(String newUrl) {
        return new ScheduleDraft(name, timeZone, hours, days, code, newUrl, open, closed, holiday);
    }

    /**
     * The same, leading elsewhere.
     *
     * @param whenOpen    while open
     * @param whenClosed  while closed
     * @param onHolidays  on holidays
     * @return a draft
     */
    public ScheduleDraft leadingTo(DestinationDraft whenOpen, DestinationDraft whenClosed, DestinationDraft onHolidays) {
        return new ScheduleDraft(name, timeZone, hours, days, code, feedUrl, whenOpen, whenClosed, onHolidays);
    }

    @AssertTrue(message = "{invalid.timeZone}")
    private boolean isTimeZone() {
        return ZoneId.getAvailableZoneIds().contains(timeZone);
    }

    @AssertTrue(message = "{invalid.schedule.feedUrl}")
    private boolean isFeedUrl() {
        if (feedUrl == null) {
            return true;
        }
        try {
            URI url = new URI(feedUrl);
            return "https".equalsIgnoreCase(url.getScheme()) && url.getHost() != null && url.getUserInfo() == null;
        } catch (URISyntaxException notAnAddress) {
            return false;
        }
    }
}
