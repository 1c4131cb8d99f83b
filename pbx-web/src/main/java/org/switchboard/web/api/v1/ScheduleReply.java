package org.switchboard.web.api.v1;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.switchboard.telephony.destination.Destination;
import org.switchboard.telephony.hours.HoursState;
import org.switchboard.telephony.hours.HoursStatus;
import org.switchboard.telephony.schedule.DayDraft;
import org.switchboard.telephony.schedule.HoursDraft;
import org.switchboard.telephony.schedule.SwitchPosition;

/**
 * Opening hours as the API shows them.
 *
 * @param id            their id
 * @param name          what people call them
 * @param timeZone      IANA zone
 * @param hours         the weekly hours, by day and time
 * @param days          holidays and exceptions that people keep, by date
 * @param feedDays      holidays of the feed, by date
 * @param override      the day/night switch as it was set last
 * @param overrideUntil when the switch ends, or ended; null for never
 * @param code          what extensions dial to switch; null for none
 * @param feedUrl       where holidays are read from; null for nowhere
 * @param feedReadAt    when the feed was read well last; null for not yet
 * @param feedProblem   why the last try failed; null when it did not
 * @param open          where calls go while open; null for nowhere
 * @param closed        where calls go while closed; null for nowhere
 * @param holiday       where calls go on holidays; null for where they go while closed
 * @param createdAt     when they were made
 */
@Schema(name = "Schedule")
record ScheduleReply(UUID id, String name, String timeZone, List<HoursDraft> hours, List<DayDraft> days, List<DayDraft> feedDays,
                     SwitchPosition override, @Schema(types = {"string", "null"}, format = "date-time") Instant overrideUntil,
                     @Schema(types = {"string", "null"}) String code, @Schema(types = {"string", "null"}) String feedUrl,
                     @Schema(types = {"string", "null"}, format = "date-time") Instant feedReadAt,
                     @Schema(types = {"string", "null"}) String feedProblem, DestinationReply open, DestinationReply closed,
                     DestinationReply holiday, Instant createdAt) {

    static ScheduleReply of(org.switchboard.telephony.schedule.Schedule schedule, Map<String, Destination> exits, String feedProblem) {
        var feed = schedule.feed();
        return new ScheduleReply(schedule.id(), schedule.name(), schedule.timeZone(),
                schedule.hours().stream().map(HoursDraft::of).toList(),
                schedule.days().stream().filter(day -> !day.fromFeed()).map(day -> DayDraft.of(day.day())).toList(),
                schedule.days().stream().filter(day -> day.fromFeed()).map(day -> DayDraft.of(day.day())).toList(),
                schedule.override(), schedule.until(), schedule.code(), feed == null ? null : feed.url(), feed == null ? null : feed.readAt(),
                feedProblem, DestinationReply.of(exits.get("open")), DestinationReply.of(exits.get("closed")),
                DestinationReply.of(exits.get("holiday")), schedule.createdAt());
    }

    /**
     * What opening hours say at a moment.
     *
     * @param at         the moment
     * @param state      open, closed or holiday: also the way out that calls take
     * @param rule       key of the rule that decided
     * @param reason     the same as a sentence
     * @param nextChange when the state changes next; absent when it does not within a year, or not before somebody switches back
     */
    @Schema(name = "ScheduleState")
    record State(@Schema(requiredMode = Schema.RequiredMode.REQUIRED) Instant at,
                 @Schema(requiredMode = Schema.RequiredMode.REQUIRED) HoursStatus state,
                 @Schema(requiredMode = Schema.RequiredMode.REQUIRED) String rule,
                 @Schema(requiredMode = Schema.RequiredMode.REQUIRED) String reason,
                 @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(requiredMode = Schema.RequiredMode.NOT_REQUIRED) Instant nextChange) {

        static State of(org.switchboard.telephony.schedule.Schedule schedule, Instant at, Function<HoursState, String> words) {
            var hours = schedule.openingHours();
            HoursState state = hours.at(at);
            return new State(at, state.status(), state.rule(), words.apply(state), hours.nextChange(at).orElse(null));
        }
    }
}
