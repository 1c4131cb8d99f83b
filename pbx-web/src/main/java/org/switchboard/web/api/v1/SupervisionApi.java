package org.switchboard.web.api.v1;

import static org.switchboard.web.security.Role.ADMIN;
import static org.switchboard.web.security.Role.SUPERVISOR;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.switchboard.telephony.agent.AgentService;
import org.switchboard.telephony.input.InputChecker;
import org.switchboard.telephony.paging.Page;
import org.switchboard.telephony.supervision.SupervisionRecord;
import org.switchboard.web.api.AllowedTo;
import org.switchboard.web.api.ApiCaller;
import org.switchboard.web.api.json.Cursors;
import org.switchboard.web.api.json.ListReply;
import org.switchboard.web.supervision.Asker;
import org.switchboard.web.supervision.SupervisionDesk;

/** {@code /supervision}: listening to agents, speaking into their talks, taking them over, and the record of it. */
@RestController
@RequestMapping(path = "/api/v1", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Supervision", description = "Listening to agents, whispering, barging in and taking over; and the record of who did it.")
final class SupervisionApi {

    private static final Cursors CURSORS = new Cursors("supervision", "[0-9a-f-]{36}");

    private final SupervisionDesk desk;
    private final SupervisionRecord record;
    private final AgentService agents;
    private final InputChecker checker;

    SupervisionApi(SupervisionDesk desk, SupervisionRecord record, AgentService agents, InputChecker checker) {
        this.desk = desk;
        this.record = record;
        this.agents = agents;
        this.checker = checker;
    }

    @GetMapping("/supervision")
    @AllowedTo({ADMIN, SUPERVISOR})
    @Operation(operationId = "listSupervision", summary = "List who listened to whom, newest first", description = "Sessions that are on have no `endedAt`.")
    ListReply<SupervisionReply> list(
            @RequestParam(defaultValue = ListParameters.DEFAULT_LIMIT)
            @Min(value = 1, message = ListParameters.LIMIT) @Max(value = Page.MAX_LIMIT, message = ListParameters.LIMIT) int limit,
            @RequestParam(required = false) String cursor) {
        String read = CURSORS.read(cursor);
        return ListReply.of(record.list(List.of(), read == null ? null : UUID.fromString(read), limit), CURSORS, SupervisionReply::of);
    }

    @PostMapping("/agents/{id}/supervision")
    @ResponseStatus(HttpStatus.CREATED)
    @AllowedTo({ADMIN, SUPERVISOR})
    @Operation(operationId = "supervise", summary = "Supervise the talk of an agent",
            description = "Rings a phone of `extension`; who takes it is at the talk. The session is in the record at once.")
    ResponseEntity<SupervisionSessionReply> supervise(@PathVariable UUID id, @RequestBody SupervisionWish wish,
                                                      @Parameter(hidden = true) @AuthenticationPrincipal ApiCaller caller) {
        UUID agentId = agents.find(id).id();
        SupervisionWish wanted = checker.check(wish);
        var session = desk.supervise(Asker.of(caller), agentId, wanted.mode(), wanted.extension());
        return ResponseEntity.created(URI.create("/api/v1/supervision/" + session.id())).body(SupervisionSessionReply.of(session));
    }

    @PostMapping("/supervision/{id}/mode")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @AllowedTo({ADMIN, SUPERVISOR})
    @Operation(operationId = "changeSupervision", summary = "Do something else at the same talk", description = "Not before the phone was taken, and not after a take-over.")
    void change(@PathVariable UUID id, @RequestBody SupervisionModeWish wish, @Parameter(hidden = true) @AuthenticationPrincipal ApiCaller caller) {
        UUID sessionId = desk.find(Asker.of(caller), id).id();
        desk.change(Asker.of(caller), sessionId, checker.check(wish).mode());
    }

    @DeleteMapping("/supervision/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @AllowedTo({ADMIN, SUPERVISOR})
    @Operation(operationId = "endSupervision", summary = "End a session", description = "Hangs the supervisor's phone up. After a take-over that ends the talk.")
    void end(@PathVariable UUID id, @Parameter(hidden = true) @AuthenticationPrincipal ApiCaller caller) {
        desk.end(Asker.of(caller), id);
    }
}
