package org.switchboard.web.api.v1;

import static org.switchboard.web.security.Role.ADMIN;
import static org.switchboard.web.security.Role.SUPERVISOR;

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
import org.switchboard.telephony.queue.CallerPriority;
import org.switchboard.telephony.queue.CallerPriorityDraft;
import org.switchboard.telephony.queue.CallerPriorityService;
import org.switchboard.web.api.AllowedTo;
import org.switchboard.web.api.json.ListReply;
import org.switchboard.web.api.json.Patch;

/** {@code /caller-priorities}: callers who come before, or after, those of a queue's own priority. */
@RestController
@RequestMapping(path = "/api/v1/caller-priorities", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Caller priorities", description = "Callers who come before, or after, those of a queue's own priority.")
final class CallerPriorityApi {

    private final CallerPriorityService priorities;

    CallerPriorityApi(CallerPriorityService priorities) {
        this.priorities = priorities;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @AllowedTo(ADMIN)
    @Operation(operationId = "createCallerPriority", summary = "Make a rule about priority",
            description = "`caller` and `dialled` want a number, `caller_prefix` the begin of one (`+82 70`, `070`). The most exact decides.")
    ResponseEntity<CallerPriorityReply> create(@RequestBody CallerPriorityDraft draft) {
        CallerPriority made = priorities.create(draft);
        return ResponseEntity.created(URI.create("/api/v1/caller-priorities/" + made.id())).body(CallerPriorityReply.of(made));
    }

    @GetMapping
    @AllowedTo({ADMIN, SUPERVISOR})
    @Operation(operationId = "listCallerPriorities", summary = "List the rules, those who come first first",
            description = "A company has " + CallerPriorityService.MOST + " at most, so there is one page.")
    ListReply<CallerPriorityReply> list() {
        return new ListReply<>(priorities.all().stream().map(CallerPriorityReply::of).toList(), null);
    }

    @GetMapping("/{id}")
    @AllowedTo({ADMIN, SUPERVISOR})
    @Operation(operationId = "getCallerPriority", summary = "Get a rule about priority")
    CallerPriorityReply get(@PathVariable UUID id) {
        return CallerPriorityReply.of(priorities.find(id));
    }

    @PatchMapping(path = "/{id}", consumes = {MediaType.APPLICATION_JSON_VALUE, Patch.MEDIA_TYPE})
    @AllowedTo(ADMIN)
    @Operation(operationId = "changeCallerPriority", summary = "Change a rule about priority")
    CallerPriorityReply change(@PathVariable UUID id, Patch<CallerPriorityDraft> patch) {
        return CallerPriorityReply.of(priorities.update(id, patch::apply));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @AllowedTo(ADMIN)
    @Operation(operationId = "deleteCallerPriority", summary = "Delete a rule about priority")
    void delete(@PathVariable UUID id) {
        priorities.delete(id);
    }
}
