package org.switchboard.web.api.v1;

import static org.switchboard.web.security.Role.ADMIN;
import static org.switchboard.web.security.Role.SUPERVISOR;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.switchboard.telephony.agent.PauseReason;
import org.switchboard.telephony.agent.PauseReasonService;
import org.switchboard.telephony.board.BoardAgent;
import org.switchboard.telephony.board.BoardQueue;
import org.switchboard.telephony.board.BoardService;
import org.switchboard.telephony.board.BoardSettings;
import org.switchboard.telephony.callcentre.CallCentre;
import org.switchboard.telephony.callcentre.FloorView;
import org.switchboard.telephony.extension.ExtensionService;
import org.switchboard.telephony.input.InputChecker;
import org.switchboard.telephony.input.InvalidInput;
import org.switchboard.telephony.input.NotFound;
import org.switchboard.web.api.AllowedTo;
import org.switchboard.web.api.ApiCaller;

/** {@code /agents/{number}/state} and what changes it. */
@RestController
@RequestMapping(path = "/api/v1/agents/{number}", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Agents at work", description = "What agents do now: signed in or out, paused, in a call.")
final class AgentStateApi {

    private final BoardService board;
    private final CallCentre callCentre;
    private final ExtensionService extensions;
    private final PauseReasonService reasons;
    private final InputChecker checker;

    AgentStateApi(BoardService board, CallCentre callCentre, ExtensionService extensions, PauseReasonService reasons, InputChecker checker) {
        this.board = board;
        this.callCentre = callCentre;
        this.extensions = extensions;
        this.reasons = reasons;
        this.checker = checker;
    }

    @GetMapping("/state")
    @AllowedTo({ADMIN, SUPERVISOR})
    @Operation(operationId = "getAgentState", summary = "What an agent does", description = "An agent goes by number or id.")
    AgentStateReply state(@PathVariable String number, @Parameter(hidden = true) @AuthenticationPrincipal ApiCaller caller) {
        BoardSettings settings = board.settings();
        BoardAgent agent = find(settings, number);
        FloorView.Agent now = callCentre.view(caller.tenantId()).agent(agent.id()).orElse(null);
        String queue = now == null || now.call() == null ? null : settings.queue(now.call().queueId()).map(BoardQueue::name).orElse(null);
        return AgentStateReply.of(agent, now, now == null ? null : board.extensionNumber(now.extensionId()), queue);
    }

    @PostMapping("/sign-in")
    @AllowedTo({ADMIN, SUPERVISOR})
    @Operation(operationId = "signAgentIn", summary = "Sign an agent in",
            description = "At `extension`, or at the agent's own. Who is signed in elsewhere moves; who was signed in there is signed out.")
    AgentStateReply signIn(@PathVariable String number, @RequestBody SignInDraft wish, @Parameter(hidden = true) @AuthenticationPrincipal ApiCaller caller) {
        BoardAgent agent = find(board.settings(), number);
        callCentre.signIn(caller.tenantId(), agent.id(), phone(checker.check(wish).extension()), caller.getName());
        return state(number, caller);
    }

    @PostMapping("/sign-out")
    @AllowedTo({ADMIN, SUPERVISOR})
    @Operation(operationId = "signAgentOut", summary = "Sign an agent out", description = "A talk goes on; a wrap-up ends.")
    AgentStateReply signOut(@PathVariable String number, @Parameter(hidden = true) @AuthenticationPrincipal ApiCaller caller) {
        callCentre.signOut(caller.tenantId(), find(board.settings(), number).id(), caller.getName());
        return state(number, caller);
    }

    @PostMapping("/pause")
    @AllowedTo({ADMIN, SUPERVISOR})
    @Operation(operationId = "pauseAgent", summary = "Pause an agent", description = "During a talk it takes effect after it.")
    AgentStateReply pause(@PathVariable String number, @RequestBody PauseDraft wish, @Parameter(hidden = true) @AuthenticationPrincipal ApiCaller caller) {
        BoardAgent agent = find(board.settings(), number);
        callCentre.pause(caller.tenantId(), agent.id(), reason(checker.check(wish).reason()), caller.getName());
        return state(number, caller);
    }

    @PostMapping("/resume")
    @AllowedTo({ADMIN, SUPERVISOR})
    @Operation(operationId = "resumeAgent", summary = "End an agent's pause", description = "Also a time in which the agent is not asked for missed calls.")
    AgentStateReply resume(@PathVariable String number, @Parameter(hidden = true) @AuthenticationPrincipal ApiCaller caller) {
        callCentre.resume(caller.tenantId(), find(board.settings(), number).id(), caller.getName());
        return state(number, caller);
    }

    @PostMapping("/end-wrap-up")
    @AllowedTo({ADMIN, SUPERVISOR})
    @Operation(operationId = "endWrapUp", summary = "End an agent's wrap-up before its time")
    AgentStateReply endWrapUp(@PathVariable String number, @Parameter(hidden = true) @AuthenticationPrincipal ApiCaller caller) {
        callCentre.endWrapUp(caller.tenantId(), find(board.settings(), number).id(), caller.getName());
        return state(number, caller);
    }

    private static BoardAgent find(BoardSettings settings, String number) {
        return settings.agents().stream().filter(agent -> agent.number().equals(number) || agent.id().toString().equalsIgnoreCase(number))
                .findFirst().orElseThrow(() -> new NotFound("agent", number));
    }

    private UUID phone(String extension) {
        if (extension == null) {
            return null;
        }
        try {
            return extensions.find(extension).id();
        } catch (NotFound nobody) {
            throw new InvalidInput("extension", "invalid.desk.extension");
        }
    }

    private UUID reason(String wanted) {
        if (wanted == null) {
            return null;
        }
        return reasons.all().stream().filter(reason -> reason.name().equalsIgnoreCase(wanted) || reason.digit().equals(wanted)).map(PauseReason::id)
                .findFirst().orElseThrow(() -> new InvalidInput("reason", "invalid.pause.reason"));
    }
}
