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
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.switchboard.telephony.agent.Agent;
import org.switchboard.telephony.agent.AgentDraft;
import org.switchboard.telephony.agent.AgentService;
import org.switchboard.telephony.input.InputChecker;
import org.switchboard.telephony.paging.Page;
import org.switchboard.telephony.voicemail.PinDraft;
import org.switchboard.web.api.AllowedTo;
import org.switchboard.web.api.json.Cursors;
import org.switchboard.web.api.json.ListReply;
import org.switchboard.web.api.json.Patch;

/** {@code /agents}: who takes the calls of queues. */
@RestController
@RequestMapping(path = "/api/v1/agents", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Agents", description = "Who takes the calls of queues, at whatever phone they sign in.")
final class AgentApi {

    private static final Cursors CURSORS = new Cursors("agents", "[0-9]{2,6}");

    private final AgentService agents;
    private final InputChecker checker;

    AgentApi(AgentService agents, InputChecker checker) {
        this.agents = agents;
        this.checker = checker;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @AllowedTo(ADMIN)
    @Operation(operationId = "createAgent", summary = "Make somebody an agent",
            description = "An `extension` is enough: name and number are its own then. Queues and skills are named by their names; a patch replaces them as a whole.")
    ResponseEntity<AgentReply> create(@RequestBody AgentDraft draft) {
        Agent made = agents.create(draft);
        return ResponseEntity.created(URI.create("/api/v1/agents/" + made.id())).body(AgentReply.of(made));
    }

    @GetMapping
    @AllowedTo({ADMIN, SUPERVISOR})
    @Operation(operationId = "listAgents", summary = "List agents: shorter numbers first, then in numeric order",
            description = "`search` finds the begin of a number or a part of a name.")
    ListReply<AgentReply> list(
            @RequestParam(required = false) @Size(max = ListParameters.MAX_SEARCH, message = ListParameters.SEARCH) String search,
            @RequestParam(defaultValue = ListParameters.DEFAULT_LIMIT)
            @Min(value = 1, message = ListParameters.LIMIT) @Max(value = Page.MAX_LIMIT, message = ListParameters.LIMIT) int limit,
            @RequestParam(required = false) String cursor) {
        return ListReply.of(agents.list(search, CURSORS.read(cursor), limit), CURSORS, AgentReply::of);
    }

    @GetMapping("/{id}")
    @AllowedTo({ADMIN, SUPERVISOR})
    @Operation(operationId = "getAgent", summary = "Get an agent")
    AgentReply get(@PathVariable UUID id) {
        return AgentReply.of(agents.find(id));
    }

    @PatchMapping(path = "/{id}", consumes = {MediaType.APPLICATION_JSON_VALUE, Patch.MEDIA_TYPE})
    @AllowedTo(ADMIN)
    @Operation(operationId = "changeAgent", summary = "Change an agent")
    AgentReply change(@PathVariable UUID id, Patch<AgentDraft> patch) {
        return AgentReply.of(agents.update(id, patch::apply));
    }

    @PutMapping("/{id}/pin")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @AllowedTo(ADMIN)
    @Operation(operationId = "setAgentPin", summary = "Set the PIN for signing in at another's phone",
            description = "4 to 10 digits. Refused are repeated digits, rows, years, lines on the keypad and what contains the agent's number.")
    void setPin(@PathVariable UUID id, @RequestBody PinDraft draft) {
        agents.setPin(id, checker.check(draft).pin());
    }

    @DeleteMapping("/{id}/pin")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @AllowedTo(ADMIN)
    @Operation(operationId = "deleteAgentPin", summary = "Take the PIN away", description = "The agent then signs in at his own phone and by the browser only.")
    void deletePin(@PathVariable UUID id) {
        agents.setPin(id, null);
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @AllowedTo(ADMIN)
    @Operation(operationId = "deleteAgent", summary = "Let somebody be an agent no longer", description = "A talk that is on goes on.")
    void delete(@PathVariable UUID id) {
        agents.delete(id);
    }
}
