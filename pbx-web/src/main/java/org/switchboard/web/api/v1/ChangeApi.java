package org.switchboard.web.api.v1;

import static org.switchboard.web.security.Role.ADMIN;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.switchboard.telephony.paging.Page;
import org.switchboard.web.api.AllowedTo;
import org.switchboard.web.api.json.Cursors;
import org.switchboard.web.api.json.ListReply;
import org.switchboard.web.change.ChangeService;

/** {@code /changes}: who changed what. */
@RestController
@RequestMapping(path = "/api/v1/changes", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Changes", description = "The record of changes: who changed what, before and after.")
final class ChangeApi {

    private static final Cursors CURSORS = new Cursors("changes", "[0-9a-f-]{36}");

    private final ChangeService changes;

    ChangeApi(ChangeService changes) {
        this.changes = changes;
    }

    @GetMapping
    @AllowedTo(ADMIN)
    @Operation(operationId = "listChanges", summary = "List changes, newest first")
    ListReply<ChangeReply> list(
            @RequestParam(defaultValue = ListParameters.DEFAULT_LIMIT)
            @Min(value = 1, message = ListParameters.LIMIT) @Max(value = Page.MAX_LIMIT, message = ListParameters.LIMIT) int limit,
            @RequestParam(required = false) String cursor) {
        return ListReply.of(changes.list(CURSORS.readId(cursor), limit), CURSORS, ChangeReply::of);
    }
}
