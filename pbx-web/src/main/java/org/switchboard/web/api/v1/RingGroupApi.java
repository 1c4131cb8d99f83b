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
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.switchboard.telephony.paging.Page;
import org.switchboard.telephony.ringgroup.RingGroup;
import org.switchboard.telephony.ringgroup.RingGroupDraft;
import org.switchboard.telephony.ringgroup.RingGroupService;
import org.switchboard.web.api.AllowedTo;
import org.switchboard.web.api.json.Cursors;
import org.switchboard.web.api.json.ListReply;
import org.switchboard.web.api.json.Patch;

/** {@code /ring-groups}: several phones that ring for one call. */
@RestController
@RequestMapping(path = "/api/v1/ring-groups", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Ring groups", description = "Several phones that ring for one call. A change is live on the next call.")
final class RingGroupApi {

    private static final Cursors CURSORS = new Cursors("ring-groups", "(?s).{1,60}");

    private final RingGroupService groups;

    RingGroupApi(RingGroupService groups) {
        this.groups = groups;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @AllowedTo(ADMIN)
    @Operation(operationId = "createRingGroup", summary = "Make a ring group", description = "Members are extensions or numbers outside. A patch replaces `members` as a whole.")
    ResponseEntity<RingGroupReply> create(@RequestBody RingGroupDraft draft) {
        RingGroup made = groups.create(draft);
        return ResponseEntity.created(URI.create("/api/v1/ring-groups/" + made.id())).body(RingGroupReply.of(made));
    }

    @GetMapping
    @AllowedTo({ADMIN, SUPERVISOR})
    @Operation(operationId = "listRingGroups", summary = "List ring groups by their names", description = "`search` finds the begin of a number or a part of a name.")
    ListReply<RingGroupReply> list(
            @RequestParam(required = false) @Size(max = ListParameters.MAX_SEARCH, message = ListParameters.SEARCH) String search,
            @RequestParam(defaultValue = ListParameters.DEFAULT_LIMIT)
            @Min(value = 1, message = ListParameters.LIMIT) @Max(value = Page.MAX_LIMIT, message = ListParameters.LIMIT) int limit,
            @RequestParam(required = false) String cursor) {
        return ListReply.of(groups.list(search, CURSORS.read(cursor), limit), CURSORS, RingGroupReply::of);
    }

    @GetMapping("/{id}")
    @AllowedTo({ADMIN, SUPERVISOR})
    @Operation(operationId = "getRingGroup", summary = "Get a ring group")
    RingGroupReply get(@PathVariable UUID id) {
        return RingGroupReply.of(groups.find(id));
    }

    @PatchMapping(path = "/{id}", consumes = {MediaType.APPLICATION_JSON_VALUE, Patch.MEDIA_TYPE})
    @AllowedTo(ADMIN)
    @Operation(operationId = "changeRingGroup", summary = "Change a ring group")
    RingGroupReply change(@PathVariable UUID id, Patch<RingGroupDraft> patch) {
        return RingGroupReply.of(groups.update(id, patch::apply));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @AllowedTo(ADMIN)
    @Operation(operationId = "deleteRingGroup", summary = "Delete a ring group", description = "Refused (409) while something leads to it.")
    void delete(@PathVariable UUID id) {
        groups.delete(id);
    }
}
