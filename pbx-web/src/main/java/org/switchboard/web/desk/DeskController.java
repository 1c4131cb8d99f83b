package org.switchboard.web.desk;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.switchboard.telephony.board.BoardAgent;
import org.switchboard.telephony.callcentre.CallCentre;
import org.switchboard.telephony.extension.ExtensionService;
import org.switchboard.telephony.input.InvalidInput;
import org.switchboard.telephony.input.NotFound;
import org.switchboard.telephony.note.CallNoteDraft;
import org.switchboard.telephony.note.CallNoteService;
import org.switchboard.telephony.note.NoteSubject;
import org.switchboard.web.page.PageController;
import org.switchboard.web.page.Problems;
import org.switchboard.web.security.SignedInUser;

/** An agent's page and what he does on it. Everything is about the agent that the viewer is. */
@PageController
public final class DeskController {

    private static final String PAGE = "desk/page";

    private final DeskPage desk;
    private final CallCentre callCentre;
    private final ExtensionService extensions;
    private final CallNoteService notes;
    private final Problems problems;

    DeskController(DeskPage desk, CallCentre callCentre, ExtensionService extensions, CallNoteService notes, Problems problems) {
        this.desk = desk;
        this.callCentre = callCentre;
        this.extensions = extensions;
        this.notes = notes;
        this.problems = problems;
    }

    @GetMapping("/desk")
    String page(@AuthenticationPrincipal SignedInUser me, Model model) {
        Optional<BoardAgent> agent = desk.agentOf(me);
        if (agent.isEmpty()) {
            return "desk/none";
        }
        desk.fill(me, agent.get(), model);
        return PAGE;
    }

    @GetMapping("/desk/now")
    String now(@AuthenticationPrincipal SignedInUser me, Model model) {
        desk.fill(me, self(me), model);
        return PAGE + " :: desk";
    }

    @PostMapping("/desk/sign-in")
    String signIn(@RequestParam String extension, @AuthenticationPrincipal SignedInUser me, Model model, HttpServletRequest request,
                  HttpServletResponse response) {
        return done(me, model, request, response, agent -> callCentre.signIn(me.tenantId(), agent.id(), phone(extension), me.name()));
    }

    @PostMapping("/desk/sign-out")
    String signOut(@AuthenticationPrincipal SignedInUser me, Model model, HttpServletRequest request, HttpServletResponse response) {
        return done(me, model, request, response, agent -> callCentre.signOut(me.tenantId(), agent.id(), me.name()));
    }

    @PostMapping("/desk/pause")
    String pause(@RequestParam(required = false) UUID reasonId, @AuthenticationPrincipal SignedInUser me, Model model, HttpServletRequest request,
                 HttpServletResponse response) {
        return done(me, model, request, response, agent -> callCentre.pause(me.tenantId(), agent.id(), reasonId, me.name()));
    }

    @PostMapping("/desk/resume")
    String resume(@AuthenticationPrincipal SignedInUser me, Model model, HttpServletRequest request, HttpServletResponse response) {
        return done(me, model, request, response, agent -> callCentre.resume(me.tenantId(), agent.id(), me.name()));
    }

    @PostMapping("/desk/end-wrap-up")
    String endWrapUp(@AuthenticationPrincipal SignedInUser me, Model model, HttpServletRequest request, HttpServletResponse response) {
        return done(me, model, request, response, agent -> callCentre.endWrapUp(me.tenantId(), agent.id(), me.name()));
    }

    @PostMapping("/desk/notes")
    String write(@RequestParam String visit, @RequestParam(defaultValue = "") String note, @RequestParam(defaultValue = "") String disposition,
                 @AuthenticationPrincipal SignedInUser me, Model model, HttpServletRequest request, HttpServletResponse response) {
        BoardAgent agent = self(me);
        DeskCall call = desk.call(me, agent, visit).orElseThrow(() -> new NotFound("call", visit));
        boolean saved = problems.accepted(model, request, response, () -> notes.save(new NoteSubject(call.visit(), call.callId(), call.queueId(),
                agent.id(), agent.name(), call.number()), new CallNoteDraft(note, disposition)));
        if (request.getHeader("HX-Request") == null && saved) {
            return "redirect:/desk";
        }
        desk.fill(me, agent, model);
        model.addAttribute("saved", saved);
        return Problems.inPlace(request, PAGE, "noted");
    }

    private String done(SignedInUser me, Model model, HttpServletRequest request, HttpServletResponse response,
                        Consumer<BoardAgent> command) {
        BoardAgent agent = self(me);
        boolean accepted = problems.accepted(model, request, response, () -> command.accept(agent));
        if (accepted && request.getHeader("HX-Request") == null) {
            return "redirect:/desk";
        }
        desk.fill(me, agent, model);
        return Problems.inPlace(request, PAGE, "desk");
    }

    private BoardAgent self(SignedInUser me) {
        return desk.agentOf(me).orElseThrow(() -> new NotFound("agent", me.name()));
    }

    private UUID phone(String extension) {
        if (extension.isBlank()) {
            return null;
        }
        try {
            return extensions.find(extension.strip()).id();
        } catch (NotFound nobody) {
            throw new InvalidInput("extension", "invalid.desk.extension");
        }
    }
}
