package org.switchboard.web.api.v1;

import static org.switchboard.web.security.Role.ADMIN;
import static org.switchboard.web.security.Role.SUPERVISOR;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
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
import org.switchboard.telephony.input.InputChecker;
import org.switchboard.telephony.outbound.OutboundRoute;
import org.switchboard.telephony.outbound.OutboundRouteDraft;
import org.switchboard.telephony.outbound.OutboundRouteService;
import org.switchboard.web.api.AllowedTo;
import org.switchboard.web.api.json.ListReply;
import org.switchboard.web.api.json.Patch;

/** {@code /outbound-routes}: by which trunks calls to the world go. */
@RestController
@RequestMapping(path = "/api/v1/outbound-routes", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Outbound routes", description = "By which trunks calls to the world go: the first route that takes a number, its trunks in their order.")
final class OutboundRouteApi {

    private final OutboundRouteService routes;
    private final InputChecker checker;

    OutboundRouteApi(OutboundRouteService routes, InputChecker checker) {
        this.routes = routes;
        this.checker = checker;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @AllowedTo(ADMIN)
    @Operation(operationId = "createOutboundRoute", summary = "Make an outbound route, behind all others",
            description = "Patterns: `+82` begins an E.164 number; digits with X (any), Z (1-9), N (2-9) and a last point (one or more) fit what was dialled.")
    ResponseEntity<OutboundRouteReply> create(@RequestBody OutboundRouteDraft draft) {
        OutboundRoute made = routes.create(draft);
        return ResponseEntity.created(URI.create("/api/v1/outbound-routes/" + made.id())).body(OutboundRouteReply.of(made));
    }

    @GetMapping
    @AllowedTo({ADMIN, SUPERVISOR})
    @Operation(operationId = "listOutboundRoutes", summary = "List outbound routes, the first first",
            description = "A company has " + OutboundRouteService.MOST + " routes at most, so there is one page.")
    ListReply<OutboundRouteReply> list() {
        return new ListReply<>(routes.all().stream().map(OutboundRouteReply::of).toList(), null);
    }

    @GetMapping("/match")
    @AllowedTo({ADMIN, SUPERVISOR})
    @Operation(operationId = "matchOutboundRoute", summary = "Which route takes a number?", description = "`number` is what somebody would dial.")
    RouteMatchReply match(@RequestParam @Size(max = ListParameters.MAX_SEARCH, message = ListParameters.SEARCH) String number) {
        return RouteMatchReply.of(routes.match(number));
    }

    @PostMapping("/order")
    @AllowedTo(ADMIN)
    @Operation(operationId = "orderOutboundRoutes", summary = "Put the routes in order")
    ListReply<OutboundRouteReply> order(@RequestBody RouteOrderDraft draft) {
        return new ListReply<>(routes.order(checker.check(draft).ids()).stream().map(OutboundRouteReply::of).toList(), null);
    }

    @GetMapping("/{id}")
    @AllowedTo({ADMIN, SUPERVISOR})
    @Operation(operationId = "getOutboundRoute", summary = "Get an outbound route")
    OutboundRouteReply get(@PathVariable UUID id) {
        return OutboundRouteReply.of(routes.find(id));
    }

    @PatchMapping(path = "/{id}", consumes = {MediaType.APPLICATION_JSON_VALUE, Patch.MEDIA_TYPE})
    @AllowedTo(ADMIN)
    @Operation(operationId = "changeOutboundRoute", summary = "Change an outbound route; its place stays")
    OutboundRouteReply change(@PathVariable UUID id, Patch<OutboundRouteDraft> patch) {
        return OutboundRouteReply.of(routes.update(id, patch::apply));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @AllowedTo(ADMIN)
    @Operation(operationId = "deleteOutboundRoute", summary = "Delete an outbound route")
    void delete(@PathVariable UUID id) {
        routes.delete(id);
    }
}
