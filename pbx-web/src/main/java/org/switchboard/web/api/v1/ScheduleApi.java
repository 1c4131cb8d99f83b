package org.switchboard.web.api.v1;

import static org.switchboard.web.security.Role.ADMIN;
import static org.switchboard.web.security.Role.SUPERVISOR;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.switchboard.telephony.paging.Page;
import org.switchboard.telephony.schedule.Schedule;
import org.switchboard.telephony.schedule.ScheduleDraft;
import org.switchboard.telephony.schedule.ScheduleFeeds;
import org.switchboard.telephony.schedule.ScheduleService;
import org.switchboard.telephony.schedule.SwitchDraft;
import org.switchboard.web.api.AllowedTo;
import org.switchboard.web.api.json.Cursors;
import org.switchboard.web.api.json.ListReply;
import org.switchboard.web.api.json.Patch;
import org.switchboard.web.schedule.ScheduleWords;

/** {@code /schedules}: opening hours. */
@RestController
@RequestMapping(path = "/api/v1/schedules", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Schedules", description = "Opening hours: weekly hours, holidays, exceptions, and the day/night switch. A change is live on the next call.")
final class ScheduleApi {

    private static final Cursors CURSORS = new Cursors("schedules", ".{1,60}");

    private final ScheduleService schedules;
    private final ScheduleFeeds feeds;
    private final ScheduleWords words;
    private final Clock clock;

    ScheduleApi(ScheduleService schedules, ScheduleFeeds feeds, ScheduleWords words, Clock clock) {
        this.schedules = schedules;
        this.feeds = feeds;
        this.words = words;
        this.clock = clock;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @AllowedTo(ADMIN)
    @Operation(operationId = "createSchedule", summary = "Make opening hours", description = """
            Times are by the clock on the wall in `timeZone`, from `00:00` to `24:00`; hours past midnight are two rows. \
            The feed is read within minutes, and then daily.""")
    ResponseEntity<ScheduleReply> create(@RequestBody ScheduleDraft draft) {
        Schedule made = schedules.create(draft);
        return ResponseEntity.created(URI.create("/api/v1/schedules/" + made.id())).body(reply(made));
    }

    @GetMapping
    @AllowedTo({ADMIN, SUPERVISOR})
    @Operation(operationId = "listSchedules", summary = "List opening hours in the order of their names", description = "`search` finds a part of a name.")
    ListReply<ScheduleReply> list(
            @RequestParam(required = false) @Size(max = ListParameters.MAX_SEARCH, message = ListParameters.SEARCH) String search,
            @RequestParam(defaultValue = ListParameters.DEFAULT_LIMIT)
            @Min(value = 1, message = ListParameters.LIMIT) @Max(value = Page.MAX_LIMIT, message = ListParameters.LIMIT) int limit,
            @RequestParam(required = false) String cursor) {
        return ListReply.of(schedules.list(search, CURSORS.read(cursor), limit), CURSORS, this::reply);
    }

    @GetMapping("/{id}")
    @AllowedTo({ADMIN, SUPERVISOR})
    @Operation(operationId = "getSchedule", summary = "Get opening hours")
    ScheduleReply get(@PathVariable UUID id) {
        return reply(schedules.find(id));
    }

    @PatchMapping(path = "/{id}", consumes = {MediaType.APPLICATION_JSON_VALUE, Patch.MEDIA_TYPE})
    @AllowedTo(ADMIN)
    @Operation(operationId = "changeSchedule", summary = "Change opening hours", description = "`hours` and `days` are replaced as a whole.")
    ScheduleReply change(@PathVariable UUID id, Patch<ScheduleDraft> patch) {
        return reply(schedules.update(id, patch::apply));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @AllowedTo(ADMIN)
    @Operation(operationId = "deleteSchedule", summary = "Delete opening hours", description = "Refused while something leads to them.")
    void delete(@PathVariable UUID id) {
        schedules.delete(id);
    }

    @PostMapping("/{id}/override")
    @AllowedTo(ADMIN)
    @Operation(operationId = "switchSchedule", summary = "Set the day/night switch", description = """
            `none` goes back to the timetable. Without `until` and `untilNextChange`, `open` and `closed` hold until somebody switches back.""")
    ScheduleReply override(@PathVariable UUID id, @RequestBody SwitchDraft draft) {
        return reply(schedules.switchTo(id, draft));
    }

    @PostMapping("/{id}/feed/read")
    @AllowedTo(ADMIN)
    @Operation(operationId = "readScheduleFeed", summary = "Read the feed of holidays now",
            description = "When it cannot be read, the days of the last good reading stay, and `feedProblem` says why.")
    ScheduleReply readFeed(@PathVariable UUID id) {
        return reply(feeds.refresh(id));
    }

    @GetMapping("/{id}/state")
    @AllowedTo({ADMIN, SUPERVISOR})
    @Operation(operationId = "getScheduleState", summary = "Ask whether it is open", description = "`at` is now when it is not given.")
    ScheduleReply.State state(@PathVariable UUID id, @RequestParam(required = false) Instant at) {
        return ScheduleReply.State.of(schedules.find(id), at == null ? clock.instant() : at, words::rule);
    }

    private ScheduleReply reply(Schedule schedule) {
        return ScheduleReply.of(schedule, schedules.exits(schedule.id()), words.problem(schedule.feed()));
    }
}
