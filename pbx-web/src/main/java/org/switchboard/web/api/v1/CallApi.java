package org.switchboard.web.api.v1;

import static org.switchboard.web.security.Role.ADMIN;
import static org.switchboard.web.security.Role.SUPERVISOR;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.switchboard.telephony.cdr.CallDirection;
import org.switchboard.telephony.cdr.CallFilter;
import org.switchboard.telephony.cdr.CallHistory;
import org.switchboard.telephony.cdr.Disposition;
import org.switchboard.telephony.input.NotFound;
import org.switchboard.telephony.paging.Page;
import org.switchboard.web.api.AllowedTo;
import org.switchboard.web.api.json.Cursors;
import org.switchboard.web.api.json.ListReply;

/** {@code /calls}: the history. */
@RestController
@RequestMapping(path = "/api/v1/calls", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Calls", description = "The call history. A call is there about a second after its end.")
final class CallApi {

    private static final Cursors CURSORS = new Cursors("calls", "[A-Za-z0-9_-]{1,200}");

    private final CallHistory history;

    CallApi(CallHistory history) {
        this.history = history;
    }

    @GetMapping
    @AllowedTo({ADMIN, SUPERVISOR})
    @Operation(operationId = "listCalls", summary = "List calls with their legs, newest first",
            description = """
                    `from` is the first moment, `to` the moment after the last. `q` is a whole number as shown or dialled, or a part of \
                    a name, of caller or callee. `extension` finds the calls in which that extension had a part.""")
    ListReply<CallReply> list(
            @RequestParam(required = false) Instant from,
            @RequestParam(required = false) Instant to,
            @RequestParam(required = false) @Size(max = ListParameters.MAX_SEARCH, message = ListParameters.SEARCH) String q,
            @RequestParam(required = false) Disposition disposition,
            @RequestParam(required = false) CallDirection direction,
            @RequestParam(required = false) @Pattern(regexp = "[1-9][0-9]{1,5}", message = "{invalid.extension.number}") String extension,
            @RequestParam(defaultValue = ListParameters.DEFAULT_LIMIT)
            @Min(value = 1, message = ListParameters.LIMIT) @Max(value = Page.MAX_LIMIT, message = ListParameters.LIMIT) int limit,
            @RequestParam(required = false) String cursor) {
        CallFilter filter = new CallFilter(from, to, q, disposition, direction, extension);
        return ListReply.of(history.list(filter, CURSORS.read(cursor), limit), CURSORS, CallReply::of);
    }

    @GetMapping("/{id}")
    @AllowedTo({ADMIN, SUPERVISOR})
    @Operation(operationId = "getCall", summary = "Get a call with its legs and what they went through")
    CallReply get(@PathVariable UUID id) {
        return CallReply.of(history.find(id).orElseThrow(() -> new NotFound("call", id.toString())));
    }
}
