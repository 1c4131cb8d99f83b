package org.switchboard.web.api.v1;

import static org.switchboard.web.security.Role.ADMIN;
import static org.switchboard.web.security.Role.SUPERVISOR;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.switchboard.telephony.forwarding.ForwardingDraft;
import org.switchboard.telephony.forwarding.ForwardingService;
import org.switchboard.web.api.AllowedTo;
import org.switchboard.web.api.json.Patch;

/** {@code /extensions/{number}/forwarding}: where an extension's calls go when it does not take them. */
@RestController
@RequestMapping(path = "/api/v1/extensions/{number}/forwarding", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Extensions")
final class ForwardingApi {

    private final ForwardingService forwarding;

    ForwardingApi(ForwardingService forwarding) {
        this.forwarding = forwarding;
    }

    @GetMapping
    @AllowedTo({ADMIN, SUPERVISOR})
    @Operation(operationId = "getForwarding", summary = "Get where an extension's calls go")
    ForwardingReply get(@PathVariable String number) {
        return ForwardingReply.of(forwarding.find(number));
    }

    @PatchMapping(consumes = {MediaType.APPLICATION_JSON_VALUE, Patch.MEDIA_TYPE})
    @AllowedTo(ADMIN)
    @Operation(operationId = "changeForwarding", summary = "Forward an extension's calls, or no longer",
            description = "null ends a forwarding. A forwarding whose calls come back by themselves is accepted, and named in `loop`.")
    ForwardingReply change(@PathVariable String number, Patch<ForwardingDraft> patch) {
        return ForwardingReply.of(forwarding.update(number, patch::apply));
    }
}
