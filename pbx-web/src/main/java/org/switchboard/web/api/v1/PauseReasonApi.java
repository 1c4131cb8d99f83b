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
import org.switchboard.telephony.agent.PauseReason;
import org.switchboard.telephony.agent.PauseReasonDraft;
import org.switchboard.telephony.agent.PauseReasonService;
import org.switchboard.web.api.AllowedTo;
import org.switchboard.web.api.json.ListReply;
import org.switchboard.web.api.json.Patch;

/** {@code /pause-reasons}: why agents can pause. */
@RestController
@RequestMapping(path = "/api/v1/pause-reasons", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Reasons to pause", description = "Why agents can pause.")
final class PauseReasonApi {

    private final PauseReasonService reasons;

    PauseReasonApi(PauseReasonService reasons) {
        this.reasons = reasons;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @AllowedTo(ADMIN)
    @Operation(operationId = "createPauseReason", summary = "Make a reason to pause",
            description = "Without a `digit` it gets the first that is free.")
    ResponseEntity<PauseReasonReply> create(@RequestBody PauseReasonDraft draft) {
        PauseReason made = reasons.create(draft);
        return ResponseEntity.created(URI.create("/api/v1/pause-reasons/" + made.id())).body(PauseReasonReply.of(made));
    }

    @GetMapping
    @AllowedTo({ADMIN, SUPERVISOR})
    @Operation(operationId = "listPauseReasons", summary = "List the reasons by their digits",
            description = "A company has " + PauseReasonService.MOST + " at most, so there is one page.")
    ListReply<PauseReasonReply> list() {
        return new ListReply<>(reasons.all().stream().map(PauseReasonReply::of).toList(), null);
    }

    @GetMapping("/{id}")
    @AllowedTo({ADMIN, SUPERVISOR})
    @Operation(operationId = "getPauseReason", summary = "Get a reason to pause")
    PauseReasonReply get(@PathVariable UUID id) {
        return PauseReasonReply.of(reasons.find(id));
    }

    @PatchMapping(path = "/{id}", consumes = {MediaType.APPLICATION_JSON_VALUE, Patch.MEDIA_TYPE})
    @AllowedTo(ADMIN)
    @Operation(operationId = "changePauseReason", summary = "Change a reason to pause")
    PauseReasonReply change(@PathVariable UUID id, Patch<PauseReasonDraft> patch) {
        return PauseReasonReply.of(reasons.update(id, patch::apply));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @AllowedTo(ADMIN)
    @Operation(operationId = "deletePauseReason", summary = "Delete a reason to pause")
    void delete(@PathVariable UUID id) {
        reasons.delete(id);
    }
}
