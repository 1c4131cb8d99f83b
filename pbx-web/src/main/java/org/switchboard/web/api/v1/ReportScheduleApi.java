package org.switchboard.web.api.v1;

import static org.switchboard.web.security.Role.ADMIN;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
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
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.switchboard.telephony.report.ReportSchedule;
import org.switchboard.telephony.report.ReportScheduleDraft;
import org.switchboard.telephony.report.ReportScheduleService;
import org.switchboard.web.api.AllowedTo;
import org.switchboard.web.api.json.ListReply;
import org.switchboard.web.api.json.Patch;

/** {@code /reports/schedules}: the reports that come by mail. */
@RestController
@RequestMapping(path = "/api/v1/reports/schedules", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Reports")
final class ReportScheduleApi {

    private final ReportScheduleService schedules;

    ReportScheduleApi(ReportScheduleService schedules) {
        this.schedules = schedules;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @AllowedTo(ADMIN)
    @Operation(operationId = "createReportSchedule", summary = "Have a report mailed", description = "Without `queueIds` it is about all of them.")
    ResponseEntity<ReportScheduleReply> create(@RequestBody ReportScheduleDraft draft) {
        ReportSchedule made = schedules.create(draft);
        return ResponseEntity.created(URI.create("/api/v1/reports/schedules/" + made.id())).body(ReportScheduleReply.of(made));
    }

    @GetMapping
    @AllowedTo(ADMIN)
    @Operation(operationId = "listReportSchedules", summary = "List mailed reports by their names")
    ListReply<ReportScheduleReply> list() {
        return new ListReply<>(schedules.all().stream().map(ReportScheduleReply::of).toList(), null);
    }

    @GetMapping("/{id}")
    @AllowedTo(ADMIN)
    @Operation(operationId = "getReportSchedule", summary = "Get a mailed report")
    ReportScheduleReply get(@PathVariable UUID id) {
        return ReportScheduleReply.of(schedules.find(id));
    }

    @PatchMapping(path = "/{id}", consumes = {MediaType.APPLICATION_JSON_VALUE, Patch.MEDIA_TYPE})
    @AllowedTo(ADMIN)
    @Operation(operationId = "changeReportSchedule", summary = "Change a mailed report")
    ReportScheduleReply change(@PathVariable UUID id, Patch<ReportScheduleDraft> patch) {
        return ReportScheduleReply.of(schedules.update(id, patch::apply));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @AllowedTo(ADMIN)
    @Operation(operationId = "deleteReportSchedule", summary = "Mail a report no more")
    void delete(@PathVariable UUID id) {
        schedules.delete(id);
    }
}
