package org.switchboard.web.api.v1;

import static org.switchboard.web.security.Role.ADMIN;
import static org.switchboard.web.security.Role.SUPERVISOR;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Objects;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.switchboard.telephony.board.BoardAgent;
import org.switchboard.telephony.board.BoardQueue;
import org.switchboard.telephony.board.BoardService;
import org.switchboard.telephony.board.BoardSettings;
import org.switchboard.telephony.callcentre.CallCentre;
import org.switchboard.telephony.input.InputChecker;
import org.switchboard.telephony.input.NotFound;
import org.switchboard.web.api.AllowedTo;
import org.switchboard.web.api.ApiCaller;
import org.switchboard.web.wallboard.DayFigures;

/** {@code /queues/{queue}/live}: what is going on in a queue, and what can be done for those who wait. */
@RestController
@RequestMapping(path = "/api/v1/queues/{queue}", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Live queues", description = "What is going on in queues now.")
final class QueueLiveApi {

    private final BoardService board;
    private final CallCentre callCentre;
    private final DayFigures figures;
    private final InputChecker checker;

    QueueLiveApi(BoardService board, CallCentre callCentre, DayFigures figures, InputChecker checker) {
        this.board = board;
        this.callCentre = callCentre;
        this.figures = figures;
        this.checker = checker;
    }

    @GetMapping("/live")
    @AllowedTo({ADMIN, SUPERVISOR})
    @Operation(operationId = "getLiveQueue", summary = "Who waits in a queue, what its agents do, and today's service level",
            description = "A queue goes by its name, number or id.")
    QueueLiveReply live(@PathVariable String queue, @Parameter(hidden = true) @AuthenticationPrincipal ApiCaller caller) {
        BoardSettings settings = board.settings();
        BoardQueue wanted = find(settings, queue);
        List<BoardAgent> agents = settings.agents().stream().filter(agent -> wanted.agents().contains(agent.id())).toList();
        return QueueLiveReply.of(wanted.id(), callCentre.view(caller.tenantId()), agents, figures.of(caller.tenantId()).queue(wanted.id()));
    }

    @PostMapping("/waiting/{visit}/front")
    @AllowedTo({ADMIN, SUPERVISOR})
    @Operation(operationId = "pullCaller", summary = "Pull a caller to the front", description = "Behind those who were pulled before. It is recorded.")
    QueueLiveReply front(@PathVariable String queue, @PathVariable String visit, @Parameter(hidden = true) @AuthenticationPrincipal ApiCaller caller) {
        requireWaiting(queue, visit, caller);
        callCentre.toFront(caller.tenantId(), visit, caller.getName());
        return live(queue, caller);
    }

    @PostMapping("/waiting/{visit}/priority")
    @AllowedTo({ADMIN, SUPERVISOR})
    @Operation(operationId = "changeCallerPriority", summary = "Give a caller another priority", description = "1 to 10; the higher, the earlier. It is recorded.")
    QueueLiveReply priority(@PathVariable String queue, @PathVariable String visit, @RequestBody CallerPriorityWish wish,
                            @Parameter(hidden = true) @AuthenticationPrincipal ApiCaller caller) {
        int wanted = checker.check(wish).priority();
        requireWaiting(queue, visit, caller);
        callCentre.priority(caller.tenantId(), visit, wanted, caller.getName());
        return live(queue, caller);
    }

    @PostMapping("/waiting/{visit}/remove")
    @AllowedTo({ADMIN, SUPERVISOR})
    @Operation(operationId = "sendCallerOn", summary = "Send a caller out of the queue",
            description = "The caller goes the way for when no agent is there. It is recorded.")
    QueueLiveReply remove(@PathVariable String queue, @PathVariable String visit, @Parameter(hidden = true) @AuthenticationPrincipal ApiCaller caller) {
        requireWaiting(queue, visit, caller);
        callCentre.remove(caller.tenantId(), visit, caller.getName());
        return live(queue, caller);
    }

    private void requireWaiting(String queue, String visit, ApiCaller caller) {
        BoardQueue wanted = find(board.settings(), queue);
        if (callCentre.view(caller.tenantId()).queue(wanted.id()).stream().flatMap(now -> now.waiting().stream())
                .noneMatch(waiting -> waiting.visit().equals(visit))) {
            throw new NotFound("call", visit);
        }
    }

    private static BoardQueue find(BoardSettings settings, String queue) {
        return settings.queues().stream()
                .filter(one -> one.name().equalsIgnoreCase(queue) || Objects.equals(one.number(), queue) || one.id().toString().equalsIgnoreCase(queue))
                .findFirst().orElseThrow(() -> new NotFound("queue", queue));
    }
}
