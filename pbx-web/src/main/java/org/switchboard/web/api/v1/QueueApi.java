package org.switchboard.web.api.v1;

import static org.switchboard.web.security.Role.ADMIN;
import static org.switchboard.web.security.Role.SUPERVISOR;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
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
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.switchboard.telephony.input.InputChecker;
import org.switchboard.telephony.paging.Page;
import org.switchboard.telephony.queue.Queue;
import org.switchboard.telephony.queue.QueueDraft;
import org.switchboard.telephony.queue.QueueService;
import org.switchboard.telephony.queue.QueueSupervisorService;
import org.switchboard.web.api.AllowedTo;
import org.switchboard.web.api.json.Cursors;
import org.switchboard.web.api.json.ListReply;
import org.switchboard.web.api.json.Patch;

/** {@code /queues}: where callers wait for an agent. */
@RestController
@RequestMapping(path = "/api/v1/queues", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Queues", description = "Where callers wait for an agent. A change is live at once, also for those who wait.")
final class QueueApi {

    private static final Cursors CURSORS = new Cursors("queues", "(?s).{1,60}");

    private final QueueService queues;
    private final QueueSupervisorService supervisors;
    private final InputChecker checker;

    QueueApi(QueueService queues, QueueSupervisorService supervisors, InputChecker checker) {
        this.queues = queues;
        this.supervisors = supervisors;
        this.checker = checker;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @AllowedTo(ADMIN)
    @Operation(operationId = "createQueue", summary = "Make a queue",
            description = "A name is enough. Agents are named by their numbers, skills by their names. A patch of a group, such as `limits`, changes "
                    + "only what it names; one of a list replaces it as a whole.")
    ResponseEntity<QueueReply> create(@RequestBody QueueDraft draft) {
        Queue made = queues.create(draft);
        return ResponseEntity.created(URI.create("/api/v1/queues/" + made.id())).body(QueueReply.of(made));
    }

    @GetMapping
    @AllowedTo({ADMIN, SUPERVISOR})
    @Operation(operationId = "listQueues", summary = "List queues by their names", description = "`search` finds the begin of a number or a part of a name.")
    ListReply<QueueReply> list(
            @RequestParam(required = false) @Size(max = ListParameters.MAX_SEARCH, message = ListParameters.SEARCH) String search,
            @RequestParam(defaultValue = ListParameters.DEFAULT_LIMIT)
            @Min(value = 1, message = ListParameters.LIMIT) @Max(value = Page.MAX_LIMIT, message = ListParameters.LIMIT) int limit,
            @RequestParam(required = false) String cursor) {
        return ListReply.of(queues.list(search, CURSORS.read(cursor), limit), CURSORS, QueueReply::of);
    }

    @GetMapping("/{id}")
    @AllowedTo({ADMIN, SUPERVISOR})
    @Operation(operationId = "getQueue", summary = "Get a queue")
    QueueReply get(@PathVariable UUID id) {
        return QueueReply.of(queues.find(id));
    }

    @PatchMapping(path = "/{id}", consumes = {MediaType.APPLICATION_JSON_VALUE, Patch.MEDIA_TYPE})
    @AllowedTo(ADMIN)
    @Operation(operationId = "changeQueue", summary = "Change a queue")
    QueueReply change(@PathVariable UUID id, Patch<QueueDraft> patch) {
        return QueueReply.of(queues.update(id, patch::apply));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @AllowedTo(ADMIN)
    @Operation(operationId = "deleteQueue", summary = "Delete a queue",
            description = "Refused (409) while something leads to it. Who waits in it is sent away as though it had no agents.")
    void delete(@PathVariable UUID id) {
        queues.delete(id);
    }

    @GetMapping("/{id}/supervisors")
    @AllowedTo({ADMIN, SUPERVISOR})
    @Operation(operationId = "listQueueSupervisors", summary = "List the supervisors who are bound to a queue",
            description = "A supervisor who is bound to no queue supervises all of them.")
    ListReply<QueueSupervisorReply> supervisors(@PathVariable UUID id) {
        return new ListReply<>(supervisors.ofQueue(id).stream().map(QueueSupervisorReply::of).toList(), null);
    }

    @PutMapping("/{id}/supervisors")
    @AllowedTo(ADMIN)
    @Operation(operationId = "setQueueSupervisors", summary = "Bind supervisors to a queue",
            description = "Replaces the list. A supervisor who is bound to a queue supervises no others but those that he is bound to.")
    ListReply<QueueSupervisorReply> setSupervisors(@PathVariable UUID id, @RequestBody QueueSupervisorsDraft draft) {
        checker.check(draft);
        return new ListReply<>(supervisors.set(id, draft.supervisors()).stream().map(QueueSupervisorReply::of).toList(), null);
    }
}
