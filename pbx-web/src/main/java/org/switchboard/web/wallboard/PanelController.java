package org.switchboard.web.wallboard;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.switchboard.telephony.agent.AgentDraft;
import org.switchboard.telephony.agent.AgentQueueDraft;
import org.switchboard.telephony.agent.AgentService;
import org.switchboard.telephony.agent.PauseReasonService;
import org.switchboard.telephony.board.BoardAgent;
import org.switchboard.telephony.board.BoardQueue;
import org.switchboard.telephony.board.BoardSettings;
import org.switchboard.telephony.callcentre.CallCentre;
import org.switchboard.telephony.callcentre.FloorView;
import org.switchboard.telephony.cdr.CallRecord;
import org.switchboard.telephony.distribution.AgentStatus;
import org.switchboard.telephony.input.InvalidInput;
import org.switchboard.telephony.input.NotFound;
import org.switchboard.web.page.PageController;
import org.switchboard.web.page.Typed;
import org.switchboard.web.security.SignedInUser;

/** The wallboard's panels: what a supervisor sees of one agent or one queue, and does about it. */
@PageController
public final class PanelController {

    private static final Logger LOG = LoggerFactory.getLogger(PanelController.class);
    private static final String AGENT = "wallboard/agent";
    private static final String QUEUE = "wallboard/queue";

    private final BoardViewer viewers;
    private final CallCentre callCentre;
    private final DayFigures figures;
    private final AgentService agents;
    private final PauseReasonService reasons;

    PanelController(BoardViewer viewers, CallCentre callCentre, DayFigures figures, AgentService agents, PauseReasonService reasons) {
        this.viewers = viewers;
        this.callCentre = callCentre;
        this.figures = figures;
        this.agents = agents;
        this.reasons = reasons;
    }

    @GetMapping("/wallboard/agents/{id}")
    String agent(@PathVariable UUID id, @AuthenticationPrincipal SignedInUser me, Model model) {
        BoardSettings settings = viewers.settings(me);
        BoardAgent agent = settings.agent(id).orElseThrow(() -> new NotFound("agent", id.toString()));
        FloorView.Agent state = callCentre.view(me.tenantId()).agent(id)
                .orElseGet(() -> new FloorView.Agent(id, AgentStatus.SIGNED_OUT, Instant.EPOCH, null, null, false, "", null));
        model.addAttribute("agent", agent);
        model.addAttribute("state", state);
        model.addAttribute("queueName", state.call() == null ? null : settings.queue(state.call().queueId()).map(BoardQueue::name).orElse(null));
        model.addAttribute("callId", state.call() == null || state.call().linkedId() == null ? null : CallRecord.idOf(state.call().linkedId()));
        model.addAttribute("queues", settings.queues());
        model.addAttribute("serves", settings.queues().stream().filter(queue -> queue.agents().contains(id)).map(BoardQueue::id).collect(Collectors.toSet()));
        model.addAttribute("reasons", reasons.all());
        model.addAttribute("today", AgentFigures.of(figures.of(me.tenantId()).agent(id)));
        return AGENT;
    }

    @PostMapping("/wallboard/agents/{id}/pause")
    String pause(@PathVariable UUID id, @RequestParam(required = false) UUID reasonId, @AuthenticationPrincipal SignedInUser me, Model model) {
        callCentre.pause(me.tenantId(), viewers.agent(me, id).id(), reasonId, me.name());
        return agent(id, me, model);
    }

    @PostMapping("/wallboard/agents/{id}/resume")
    String resume(@PathVariable UUID id, @AuthenticationPrincipal SignedInUser me, Model model) {
        callCentre.resume(me.tenantId(), viewers.agent(me, id).id(), me.name());
        return agent(id, me, model);
    }

    @PostMapping("/wallboard/agents/{id}/end-wrap-up")
    String endWrapUp(@PathVariable UUID id, @AuthenticationPrincipal SignedInUser me, Model model) {
        callCentre.endWrapUp(me.tenantId(), viewers.agent(me, id).id(), me.name());
        return agent(id, me, model);
    }

    @PostMapping("/wallboard/agents/{id}/sign-out")
    String signOut(@PathVariable UUID id, @AuthenticationPrincipal SignedInUser me, Model model) {
        callCentre.signOut(me.tenantId(), viewers.agent(me, id).id(), me.name());
        return agent(id, me, model);
    }

    @PostMapping("/wallboard/agents/{id}/queues")
    String queues(@PathVariable UUID id, @RequestParam(defaultValue = "") Set<UUID> queueId, @AuthenticationPrincipal SignedInUser me, Model model) {
        List<BoardQueue> seen = viewers.settings(me).queues();
        viewers.agent(me, id);
        agents.update(id, today -> serving(today, seen, queueId));
        return agent(id, me, model);
    }

    /** What the viewer sees is as chosen; queues that he does not see stay, and so do tier and place in those that stay. */
    private static AgentDraft serving(AgentDraft today, List<BoardQueue> seen, Set<UUID> chosen) {
        List<AgentQueueDraft> queues = new ArrayList<>();
        Set<String> dropped = seen.stream().filter(queue -> !chosen.contains(queue.id())).map(BoardQueue::name).collect(Collectors.toSet());
        today.queues().stream().filter(queue -> !dropped.contains(queue.queue())).forEach(queues::add);
        seen.stream().filter(queue -> chosen.contains(queue.id()))
                .filter(queue -> today.queues().stream().noneMatch(served -> Objects.equals(served.queue(), queue.name())))
                .forEach(queue -> queues.add(new AgentQueueDraft(queue.name(), null, null)));
        return new AgentDraft(today.name(), today.number(), today.userId(), today.extension(), today.skills(), queues);
    }

    @GetMapping("/wallboard/queues/{id}")
    String queue(@PathVariable UUID id, @AuthenticationPrincipal SignedInUser me, Model model) {
        BoardSettings settings = viewers.settings(me);
        BoardQueue queue = settings.queue(id).orElseThrow(() -> new NotFound("queue", id.toString()));
        model.addAttribute("queue", queue);
        model.addAttribute("waiting", callCentre.view(me.tenantId()).queue(id).map(FloorView.Queue::waiting).orElse(List.of()));
        model.addAttribute("names", settings.agents().stream().collect(Collectors.toMap(BoardAgent::id, BoardAgent::name)));
        return QUEUE;
    }

    @PostMapping("/wallboard/queues/{id}/front")
    String front(@PathVariable UUID id, @RequestParam String visit, @AuthenticationPrincipal SignedInUser me, Model model) {
        return aboutCaller(id, visit, me, model, () -> callCentre.toFront(me.tenantId(), visit, me.name()));
    }

    @PostMapping("/wallboard/queues/{id}/priority")
    String priority(@PathVariable UUID id, @RequestParam String visit, @RequestParam String priority, @AuthenticationPrincipal SignedInUser me,
                    Model model) {
        Integer wanted = Typed.number("priority", priority, "invalid.queue.priority");
        if (wanted == null || wanted < 1 || wanted > 10) {
            throw new InvalidInput("priority", "invalid.queue.priority");
        }
        return aboutCaller(id, visit, me, model, () -> callCentre.priority(me.tenantId(), visit, wanted, me.name()));
    }

    @PostMapping("/wallboard/queues/{id}/remove")
    String remove(@PathVariable UUID id, @RequestParam String visit, @AuthenticationPrincipal SignedInUser me, Model model) {
        return aboutCaller(id, visit, me, model, () -> callCentre.remove(me.tenantId(), visit, me.name()));
    }

    private String aboutCaller(UUID queueId, String visit, SignedInUser me, Model model, Runnable command) {
        viewers.queue(me, queueId);
        boolean waits = callCentre.view(me.tenantId()).queue(queueId).stream().flatMap(queue -> queue.waiting().stream())
                .anyMatch(caller -> caller.visit().equals(visit));
        try {
            if (waits) {
                command.run();
            }
        } catch (NotFound gone) {
            // Left in this very moment: the panel, drawn anew, shows it.
            LOG.debug("tenant={} visit={} left before the supervisor's command", me.tenantId(), visit);
        }
        return queue(queueId, me, model);
    }
}
