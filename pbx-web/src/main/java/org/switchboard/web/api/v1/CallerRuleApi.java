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
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.switchboard.telephony.number.CallerRule;
import org.switchboard.telephony.number.CallerRuleDraft;
import org.switchboard.telephony.number.CallerRuleService;
import org.switchboard.web.api.AllowedTo;
import org.switchboard.web.api.json.ListReply;

/** {@code /caller-rules}: callers from outside who are let in always, or never. */
@RestController
@RequestMapping(path = "/api/v1/caller-rules", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Rules about callers", description = "Callers from outside who are let in always, or never. A rule that lets in wins.")
final class CallerRuleApi {

    private final CallerRuleService rules;

    CallerRuleApi(CallerRuleService rules) {
        this.rules = rules;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @AllowedTo(ADMIN)
    @Operation(operationId = "createCallerRule", summary = "Make a rule about callers",
            description = "`exact` wants a number, `prefix` the begin of one (`+82 70`, `070`), `anonymous` none.")
    ResponseEntity<CallerRuleReply> create(@RequestBody CallerRuleDraft draft) {
        CallerRule made = rules.create(draft);
        return ResponseEntity.created(URI.create("/api/v1/caller-rules/" + made.id())).body(CallerRuleReply.of(made));
    }

    @GetMapping
    @AllowedTo({ADMIN, SUPERVISOR})
    @Operation(operationId = "listCallerRules", summary = "List the rules, those that let in first",
            description = "A company has " + CallerRuleService.MOST + " rules at most, so there is one page.")
    ListReply<CallerRuleReply> list() {
        return new ListReply<>(rules.all().stream().map(CallerRuleReply::of).toList(), null);
    }

    @GetMapping("/{id}")
    @AllowedTo({ADMIN, SUPERVISOR})
    @Operation(operationId = "getCallerRule", summary = "Get a rule")
    CallerRuleReply get(@PathVariable UUID id) {
        return CallerRuleReply.of(rules.find(id));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @AllowedTo(ADMIN)
    @Operation(operationId = "deleteCallerRule", summary = "Delete a rule")
    void delete(@PathVariable UUID id) {
        rules.delete(id);
    }
}
