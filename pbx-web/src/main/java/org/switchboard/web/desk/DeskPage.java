package org.switchboard.web.desk;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.switchboard.telephony.agent.PauseReasonService;
import org.switchboard.telephony.board.BoardAgent;
import org.switchboard.telephony.board.BoardQueue;
import org.switchboard.telephony.board.BoardService;
import org.switchboard.telephony.board.BoardSettings;
import org.switchboard.telephony.callcentre.CallCentre;
import org.switchboard.telephony.callcentre.FloorView;
import org.switchboard.telephony.cdr.CallFilter;
import org.switchboard.telephony.cdr.CallHistory;
import org.switchboard.telephony.cdr.PastCall;
import org.switchboard.telephony.distribution.AgentStatus;
import org.switchboard.telephony.note.CallNote;
import org.switchboard.telephony.note.CallNoteService;
import org.switchboard.web.security.SignedInUser;
import org.switchboard.web.wallboard.AgentFigures;
import org.switchboard.web.wallboard.DayFigures;

/** Fills an agent's page with what is true now. */
@Component
final class DeskPage {

    private static final int EARLIER = 5;

    private final BoardService board;
    private final CallCentre callCentre;
    private final DayFigures figures;
    private final PauseReasonService reasons;
    private final CallNoteService notes;
    private final CallHistory history;

    DeskPage(BoardService board, CallCentre callCentre, DayFigures figures, PauseReasonService reasons,
             CallNoteService notes, CallHistory history) {
        this.board = board;
        this.callCentre = callCentre;
        this.figures = figures;
        this.reasons = reasons;
        this.notes = notes;
        this.history = history;
    }

    /** The agent that a user is, or empty. */
    Optional<BoardAgent> agentOf(SignedInUser me) {
        return board.settings().agentOfUser(me.id());
    }

    /** The call that a stay was, as far as the agent had a part in it; empty when he had none. */
    Optional<DeskCall> call(SignedInUser me, BoardAgent agent, String visit) {
        Optional<DeskCall> now = state(me, agent).filter(state -> state.call() != null).map(DeskCall::of).filter(call -> call.visit().equals(visit));
        return now.isPresent() ? now : notes.answered(agent.id(), visit, 1).stream().findFirst().map(DeskCall::of);
    }

    private Optional<FloorView.Agent> state(SignedInUser me, BoardAgent agent) {
        return callCentre.view(me.tenantId()).agent(agent.id());
    }

    void fill(SignedInUser me, BoardAgent agent, Model model) {
        BoardSettings settings = board.settings();
        FloorView floor = callCentre.view(me.tenantId());
        FloorView.Agent state = floor.agent(agent.id())
                .orElseGet(() -> new FloorView.Agent(agent.id(), AgentStatus.SIGNED_OUT, Instant.EPOCH, null, null, false, "", null));
        List<BoardQueue> queues = settings.queues().stream().filter(queue -> queue.agents().contains(agent.id())).toList();
        model.addAttribute("agent", agent);
        model.addAttribute("state", state);
        model.addAttribute("own", board.extensionNumber(agent.extensionId()));
        model.addAttribute("at", board.extensionNumber(state.extensionId()));
        model.addAttribute("reasons", reasons.all());
        model.addAttribute("today", AgentFigures.of(figures.of(me.tenantId()).agent(agent.id())));
        model.addAttribute("queues", queues);
        model.addAttribute("waiting", queues.stream().flatMap(queue -> floor.queue(queue.id()).stream()).mapToInt(queue -> queue.waiting().size()).sum());
        DeskCall call = state.call() != null ? DeskCall.of(state)
                : notes.answered(agent.id(), null, 1).stream().findFirst().map(DeskCall::of).orElse(null);
        model.addAttribute("call", call);
        if (call != null) {
            fillCall(agent, call, settings, model);
        }
    }

    private void fillCall(BoardAgent agent, DeskCall call, BoardSettings settings, Model model) {
        model.addAttribute("queueName", settings.queue(call.queueId()).map(BoardQueue::name).orElse(""));
        CallNote note = notes.find(call.visit(), agent.id()).orElse(null);
        model.addAttribute("note", note);
        model.addAttribute("dispositions", notes.dispositions(call.queueId()));
        List<PastCall> earlier = call.number().isEmpty() ? List.of()
                : history.list(CallFilter.all().searching(call.number()), null, EARLIER + 1).items().stream()
                        .filter(past -> !past.id().equals(call.callId())).limit(EARLIER).toList();
        model.addAttribute("earlier", earlier);
        model.addAttribute("notes", notes.ofNumber(call.number(), EARLIER + 1).stream()
                .filter(written -> !written.subject().visit().equals(call.visit())).limit(EARLIER).toList());
    }
}
