package org.switchboard.web.api.v1;

import static org.switchboard.web.security.Role.ADMIN;
import static org.switchboard.web.security.Role.SUPERVISOR;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.util.Locale;
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
import org.switchboard.telephony.assertion.AssertionService;
import org.switchboard.telephony.tenant.TenantService;
import org.switchboard.web.api.AllowedTo;
import org.switchboard.web.api.json.ListReply;
import org.switchboard.web.api.json.Patch;
import org.switchboard.web.explain.RuleWords;

/** {@code /route}: what happens if somebody calls, and the answers that a company relies on. */
@RestController
@RequestMapping(path = "/api/v1/route", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Routing", description = "What happens if somebody calls, by the same decisions that live calls take, and the answers that the company relies on.")
final class RouteApi {

    private final AssertionService assertions;
    private final TenantService tenants;
    private final RuleWords words;

    RouteApi(AssertionService assertions, TenantService tenants, RuleWords words) {
        this.assertions = assertions;
        this.tenants = tenants;
        this.words = words;
    }

    @PostMapping("/evaluate")
    @AllowedTo({ADMIN, SUPERVISOR})
    @Operation(operationId = "evaluateRoute", summary = "Ask what happens if somebody calls",
            description = "Nothing is changed and nobody is called. `reason` is in the language of `Accept-Language`.")
    RouteAnswerReply evaluate(@RequestBody RouteQuestionDraft draft, Locale locale) {
        var found = assertions.evaluate(draft.question());
        return RouteAnswerReply.of(found.answer(), words, found.country(), locale);
    }

    @PostMapping("/assertions")
    @ResponseStatus(HttpStatus.CREATED)
    @AllowedTo(ADMIN)
    @Operation(operationId = "createRouteAssertion", summary = "Keep a question with the answer that the company relies on",
            description = "It need not hold today. Every later change of the company's settings is weighed against it: one that would break it is "
                    + "refused (409) unless it is sent with the header `Confirm: assertions`.")
    ResponseEntity<RouteAssertionReply> create(@RequestBody RouteAssertionDraft draft) {
        var made = assertions.create(draft.draft());
        return ResponseEntity.created(URI.create("/api/v1/route/assertions/" + made.id())).body(RouteAssertionReply.of(made));
    }

    @GetMapping("/assertions")
    @AllowedTo(ADMIN)
    @Operation(operationId = "listRouteAssertions", summary = "List all assertions by their names", description = "As they were when they were asked last.")
    ListReply<RouteAssertionReply> list() {
        return new ListReply<>(assertions.list().stream().map(RouteAssertionReply::of).toList(), null);
    }

    @GetMapping("/assertions/{id}")
    @AllowedTo(ADMIN)
    @Operation(operationId = "getRouteAssertion", summary = "Get an assertion")
    RouteAssertionReply get(@PathVariable UUID id) {
        return RouteAssertionReply.of(assertions.find(id));
    }

    @PatchMapping(path = "/assertions/{id}", consumes = {MediaType.APPLICATION_JSON_VALUE, Patch.MEDIA_TYPE})
    @AllowedTo(ADMIN)
    @Operation(operationId = "changeRouteAssertion", summary = "Change an assertion")
    RouteAssertionReply change(@PathVariable UUID id, Patch<RouteAssertionDraft> patch) {
        return RouteAssertionReply.of(assertions.update(id, today -> patch.apply(RouteAssertionDraft.of(today)).draft()));
    }

    @DeleteMapping("/assertions/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @AllowedTo(ADMIN)
    @Operation(operationId = "deleteRouteAssertion", summary = "Delete an assertion")
    void delete(@PathVariable UUID id) {
        assertions.delete(id);
    }

    @PostMapping("/assertions/run")
    @AllowedTo(ADMIN)
    @Operation(operationId = "runRouteAssertions", summary = "Ask all assertions now")
    RouteAssertionReply.Run run(Locale locale) {
        return RouteAssertionReply.Run.of(assertions.run(), words, tenants.current().country(), locale);
    }
}
