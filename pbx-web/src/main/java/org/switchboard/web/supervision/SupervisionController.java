package org.switchboard.web.supervision;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.switchboard.telephony.agent.AgentService;
import org.switchboard.telephony.cdr.CallRecord;
import org.switchboard.telephony.paging.Page;
import org.switchboard.telephony.supervision.PastSupervision;
import org.switchboard.telephony.supervision.SpyMode;
import org.switchboard.telephony.supervision.SupervisionRecord;
import org.switchboard.web.page.PageController;
import org.switchboard.web.page.Problems;
import org.switchboard.web.security.SignedInUser;
import org.switchboard.web.wallboard.BoardViewer;

/** Supervising an agent's talk, as a part of his panel on the wallboard; and the record of who listened to whom. */
@PageController
public final class SupervisionController {

    private static final String PANEL = "supervision/panel";

    private final SupervisionDesk desk;
    private final SupervisionRecord record;
    private final SupervisionRights rights;
    private final BoardViewer viewers;
    private final AgentService agents;
    private final Problems problems;

    SupervisionController(SupervisionDesk desk, SupervisionRecord record, SupervisionRights rights, BoardViewer viewers, AgentService agents,
                          Problems problems) {
        this.desk = desk;
        this.record = record;
        this.rights = rights;
        this.viewers = viewers;
        this.agents = agents;
        this.problems = problems;
    }

    @GetMapping("/wallboard/agents/{id}/supervision")
    String panel(@PathVariable UUID id, @AuthenticationPrincipal SignedInUser me, Model model) {
        viewers.agent(me, id);
        var asker = Asker.of(me);
        model.addAttribute("agent", agents.find(id));
        model.addAttribute("allowed", desk.allowed(asker, id));
        model.addAttribute("watching", desk.mine(asker, id).orElse(null));
        model.addAttribute("modes", SpyMode.values());
        return PANEL;
    }

    @PostMapping("/wallboard/agents/{id}/listen")
    String listen(@PathVariable UUID id, @AuthenticationPrincipal SignedInUser me, Model model, HttpServletRequest request, HttpServletResponse response) {
        return supervise(id, SpyMode.LISTEN, me, model, request, response);
    }

    @PostMapping("/wallboard/agents/{id}/whisper")
    String whisper(@PathVariable UUID id, @AuthenticationPrincipal SignedInUser me, Model model, HttpServletRequest request, HttpServletResponse response) {
        return supervise(id, SpyMode.WHISPER, me, model, request, response);
    }

    @PostMapping("/wallboard/agents/{id}/barge")
    String barge(@PathVariable UUID id, @AuthenticationPrincipal SignedInUser me, Model model, HttpServletRequest request, HttpServletResponse response) {
        return supervise(id, SpyMode.BARGE, me, model, request, response);
    }

    @PostMapping("/wallboard/agents/{id}/take-over")
    String takeOver(@PathVariable UUID id, @AuthenticationPrincipal SignedInUser me, Model model, HttpServletRequest request, HttpServletResponse response) {
        return supervise(id, SpyMode.TAKE_OVER, me, model, request, response);
    }

    private String supervise(UUID id, SpyMode mode, SignedInUser me, Model model, HttpServletRequest request, HttpServletResponse response) {
        viewers.agent(me, id);
        problems.accepted(model, request, response, () -> desk.supervise(Asker.of(me), id, mode, null));
        return panel(id, me, model);
    }

    @PostMapping("/wallboard/agents/{id}/stop")
    String stop(@PathVariable UUID id, @AuthenticationPrincipal SignedInUser me, Model model, HttpServletRequest request, HttpServletResponse response) {
        viewers.agent(me, id);
        var asker = Asker.of(me);
        problems.accepted(model, request, response, () -> desk.mine(asker, id).ifPresent(session -> desk.end(asker, session.id())));
        return panel(id, me, model);
    }

    @GetMapping("/supervision")
    String sessions(@RequestParam(required = false) UUID after, @AuthenticationPrincipal SignedInUser me, Model model) {
        var page = record.list(rights.queuesOf(me), after, Page.DEFAULT_LIMIT);
        model.addAttribute("sessions", page.items());
        model.addAttribute("callIds", page.items().stream().collect(Collectors.toMap(PastSupervision::id,
                session -> CallRecord.idOf(session.linkedId()))));
        model.addAttribute("next", page.next());
        model.addAttribute("after", after);
        return "supervision/record";
    }
}
