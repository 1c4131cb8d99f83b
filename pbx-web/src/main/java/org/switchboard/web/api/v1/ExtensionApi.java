package org.switchboard.web.api.v1;

import static org.switchboard.web.security.Role.ADMIN;
import static org.switchboard.web.security.Role.SUPERVISOR;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.net.URI;
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
import org.switchboard.telephony.extension.Extension;
import org.switchboard.telephony.extension.ExtensionDraft;
import org.switchboard.telephony.extension.ExtensionService;
import org.switchboard.telephony.paging.Page;
import org.switchboard.web.api.AllowedTo;
import org.switchboard.web.api.json.Cursors;
import org.switchboard.web.api.json.ListReply;
import org.switchboard.web.api.json.Patch;

/** {@code /extensions}: the numbers people dial inside a company. */
@RestController
@RequestMapping(path = "/api/v1/extensions", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Extensions", description = "The numbers people dial inside a company. A change is live on the next call.")
final class ExtensionApi {

    private static final Cursors CURSORS = new Cursors("extensions", "[0-9]{1,6}");

    private final ExtensionService extensions;

    ExtensionApi(ExtensionService extensions) {
        this.extensions = extensions;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @AllowedTo(ADMIN)
    @Operation(operationId = "createExtension", summary = "Make an extension")
    ResponseEntity<ExtensionReply> create(@RequestBody ExtensionDraft draft) {
        Extension made = extensions.create(draft);
        return ResponseEntity.created(URI.create("/api/v1/extensions/" + made.number())).body(ExtensionReply.of(made));
    }

    @GetMapping
    @AllowedTo({ADMIN, SUPERVISOR})
    @Operation(operationId = "listExtensions", summary = "List extensions: shorter numbers first, then in numeric order",
            description = "`search` finds the begin of a number or a part of a name.")
    ListReply<ExtensionReply> list(
            @RequestParam(required = false) @Size(max = ListParameters.MAX_SEARCH, message = ListParameters.SEARCH) String search,
            @RequestParam(defaultValue = ListParameters.DEFAULT_LIMIT)
            @Min(value = 1, message = ListParameters.LIMIT) @Max(value = Page.MAX_LIMIT, message = ListParameters.LIMIT) int limit,
            @RequestParam(required = false) String cursor) {
        return ListReply.of(extensions.list(search, CURSORS.read(cursor), limit), CURSORS, ExtensionReply::of);
    }

    @GetMapping("/{number}")
    @AllowedTo({ADMIN, SUPERVISOR})
    @Operation(operationId = "getExtension", summary = "Get an extension")
    ExtensionReply get(@PathVariable String number) {
        return ExtensionReply.of(extensions.find(number));
    }

    @PatchMapping(path = "/{number}", consumes = {MediaType.APPLICATION_JSON_VALUE, Patch.MEDIA_TYPE})
    @AllowedTo(ADMIN)
    @Operation(operationId = "changeExtension", summary = "Change an extension")
    ExtensionReply change(@PathVariable String number, Patch<ExtensionDraft> patch) {
        return ExtensionReply.of(extensions.update(number, patch::apply));
    }

    @DeleteMapping("/{number}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @AllowedTo(ADMIN)
    @Operation(operationId = "deleteExtension", summary = "Delete an extension and its devices")
    void delete(@PathVariable String number) {
        extensions.delete(number);
    }
}
