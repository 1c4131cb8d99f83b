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
import org.switchboard.telephony.queue.DispositionCode;
import org.switchboard.telephony.queue.DispositionCodeDraft;
import org.switchboard.telephony.queue.DispositionCodeService;
import org.switchboard.web.api.AllowedTo;
import org.switchboard.web.api.json.ListReply;
import org.switchboard.web.api.json.Patch;

/** {@code /disposition-codes}: what agents can say that a call was about. */
@RestController
@RequestMapping(path = "/api/v1/disposition-codes", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Disposition codes", description = "What agents can say that a call was about.")
final class DispositionCodeApi {

    private final DispositionCodeService codes;

    DispositionCodeApi(DispositionCodeService codes) {
        this.codes = codes;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @AllowedTo(ADMIN)
    @Operation(operationId = "createDispositionCode", summary = "Make a disposition code",
            description = "Without a `queue` it can be said of the calls of all queues.")
    ResponseEntity<DispositionCodeReply> create(@RequestBody DispositionCodeDraft draft) {
        DispositionCode made = codes.create(draft);
        return ResponseEntity.created(URI.create("/api/v1/disposition-codes/" + made.id())).body(DispositionCodeReply.of(made));
    }

    @GetMapping
    @AllowedTo({ADMIN, SUPERVISOR})
    @Operation(operationId = "listDispositionCodes", summary = "List the codes: those of all queues first, then by queue and name",
            description = "A company has " + DispositionCodeService.MOST + " at most, so there is one page.")
    ListReply<DispositionCodeReply> list() {
        return new ListReply<>(codes.all().stream().map(DispositionCodeReply::of).toList(), null);
    }

    @GetMapping("/{id}")
    @AllowedTo({ADMIN, SUPERVISOR})
    @Operation(operationId = "getDispositionCode", summary = "Get a disposition code")
    DispositionCodeReply get(@PathVariable UUID id) {
        return DispositionCodeReply.of(codes.find(id));
    }

    @PatchMapping(path = "/{id}", consumes = {MediaType.APPLICATION_JSON_VALUE, Patch.MEDIA_TYPE})
    @AllowedTo(ADMIN)
    @Operation(operationId = "changeDispositionCode", summary = "Change a disposition code")
    DispositionCodeReply change(@PathVariable UUID id, Patch<DispositionCodeDraft> patch) {
        return DispositionCodeReply.of(codes.update(id, patch::apply));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @AllowedTo(ADMIN)
    @Operation(operationId = "deleteDispositionCode", summary = "Delete a disposition code")
    void delete(@PathVariable UUID id) {
        codes.delete(id);
    }
}
