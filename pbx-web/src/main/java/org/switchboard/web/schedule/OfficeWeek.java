package org.switchboard.web.schedule;

import java.util.Map;
import java.util.stream.Stream;
import org.switchboard.telephony.schedule.HoursDraft;
import org.switchboard.telephony.schedule.Schedule;
import org.switchboard.telephony.schedule.ScheduleDraft;
import org.switchboard.telephony.schedule.ScheduleService;
import org.switchboard.telephony.schedule.Weekday;

/** Opening hours as most offices have them, Monday to Friday from one time to another; the rest is set on their page. */
final class OfficeWeek {

    /** When it opens where nobody says otherwise. */
    static final String OPENS = "09:00";

    /** When it closes where nobody says otherwise. */
    static final String CLOSES = "18:00";

    private OfficeWeek() {
    }

    /**
     * Makes them.
     *
     * @param schedules makes opening hours
     * @param name      their name
     * @param timeZone  their zone
     * @param opens     hour and minute
     * @param closes    hour and minute
     * @return what was made
     * @throws org.switchboard.telephony.input.InvalidInput naming {@code name}, {@code timeZone}, {@code opens} or {@code closes}
     */
    static Schedule create(ScheduleService schedules, String name, String timeZone, String opens, String closes) {
        var week = Stream.of(Weekday.MONDAY, Weekday.TUESDAY, Weekday.WEDNESDAY, Weekday.THURSDAY, Weekday.FRIDAY)
                .map(day -> new HoursDraft(day, opens, closes)).toList();
        // What is wrong with a time is wrong five times; the form has its two fields once.
        return Forms.renamed(Map.of("hours[0].", "", "hours[1].", "-", "hours[2].", "-", "hours[3].", "-", "hours[4].", "-"),
                () -> schedules.create(ScheduleDraft.of(name, timeZone, week)));
    }
}
